-- Which events of a site's days are of the visits that some filters let through?
-- Besides the parameters of events.sql: for each filter :by_… (whether it is set) and its value; :robots, whether
-- robots' events are meant rather than visitors'. A page is of an event, all else of its visit. counts_visit: the
-- first of a visit's views that are let through.
SELECT
    *,
    kind = 'view' AND visit > 0 AND row_number() OVER (PARTITION BY day, visitor, visit ORDER BY kind DESC, at) = 1
        AS counts_visit
FROM
(
    -- include events.sql
) AS events
WHERE (bot != '') = :robots
    AND (NOT :by_page OR page = :page)
    AND (NOT :by_entry OR (visit > 0 AND entry = :entry))
    AND (NOT :by_source OR visit_source = :source)
    AND (NOT :by_device OR visit_device = :device)
    AND (NOT :by_browser OR visit_browser = :browser)
    AND (NOT :by_system OR visit_system = :system)
    AND (NOT :by_country OR visit_country = :country)
    AND (NOT :by_language OR visit_language = :language)
