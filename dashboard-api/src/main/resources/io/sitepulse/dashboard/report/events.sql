-- Which events count of a site's days, by what was resolved of them and, from :from to :to, by the raw events?
-- :site, :first, :last, and the parameters of visits.sql.
-- include resolved_events.sql
UNION ALL
SELECT
    day,
    kind,
    visitor,
    visit,
    at,
    hour,
    page,
    title,
    entry,
    visit_source,
    device,
    browser,
    system,
    country,
    language,
    visit_device,
    visit_browser,
    visit_system,
    visit_country,
    visit_language,
    bot,
    engaged_ms
FROM
(
    -- include /io/sitepulse/contract/clickhouse/resolved.sql
) AS raw
