-- Which resolved and raw events belong to local days of a site?
-- Days from :from to :to are read from the raw events. Also :sites (one), :first, :last and the parameters of visits.sql.
-- include resolved_events.sql
UNION ALL
SELECT
    day,
    -- include /io/sitepulse/clickhouse/resolved_columns.sql
FROM
(
    -- include /io/sitepulse/clickhouse/resolved.sql
) AS raw
