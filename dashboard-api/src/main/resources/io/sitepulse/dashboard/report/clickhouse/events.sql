-- Which resolved and raw events belong to local days of some sites of one time zone?
-- Days from :from to :to are read from the raw events. Also :sites, :first, :last and the parameters of visits.sql.
-- include resolved_events.sql
UNION ALL
SELECT
    site,
    day,
    -- include /io/sitepulse/clickhouse/resolved_columns.sql
FROM
(
    -- include /io/sitepulse/clickhouse/resolved.sql
) AS raw
