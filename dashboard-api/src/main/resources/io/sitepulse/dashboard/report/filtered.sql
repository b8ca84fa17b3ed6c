-- Which events of a site's days are of the visits that some filters let through?
-- Besides the parameters of visits.sql: for each filter :by_… (whether it is set) and its value; :robots, whether
-- robots' events are meant rather than visitors'.
-- A visit has the values of its first view; what belongs to no visit has its own. A page is of an event. counts_visit:
-- the first of a visit's views that are let through.
SELECT
    *,
    kind = 'view'
        AND visit > 0
        AND row_number() OVER (PARTITION BY day, visitor, visit ORDER BY kind DESC, at, id) = 1
        AS counts_visit
FROM
(
    SELECT
        *,
        if(visit > 0, anyIf(device, starts_visit) OVER whole, device) AS visit_device,
        if(visit > 0, anyIf(browser, starts_visit) OVER whole, browser) AS visit_browser,
        if(visit > 0, anyIf(system, starts_visit) OVER whole, system) AS visit_system,
        if(visit > 0, anyIf(country, starts_visit) OVER whole, country) AS visit_country,
        if(visit > 0, anyIf(language, starts_visit) OVER whole, language) AS visit_language
    FROM
    (
        -- include /io/sitepulse/contract/clickhouse/visits.sql
    ) AS counted
    WINDOW whole AS (PARTITION BY day, visitor, visit)
) AS known
WHERE (bot != '') = :robots
    AND (NOT :by_page OR page = :page)
    AND (NOT :by_entry OR (visit > 0 AND entry = :entry))
    AND (NOT :by_source OR visit_source = :source)
    AND (NOT :by_device OR visit_device = :device)
    AND (NOT :by_browser OR visit_browser = :browser)
    AND (NOT :by_system OR visit_system = :system)
    AND (NOT :by_country OR visit_country = :country)
    AND (NOT :by_language OR visit_language = :language)
