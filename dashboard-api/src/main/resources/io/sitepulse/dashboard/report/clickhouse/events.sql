-- Which events count of a site's days, by what was resolved of them and, from :from to :to, by the raw events?
-- :site, :first, :last, and the parameters of visits.sql.
-- include resolved_events.sql
UNION ALL
SELECT
    day,
    -- include /io/sitepulse/clickhouse/resolved_columns.sql
FROM
(
    -- include /io/sitepulse/clickhouse/resolved.sql
) AS raw
