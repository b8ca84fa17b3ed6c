-- Which resolved events belong to local days of some sites?
-- :sites, :first and :last: the days. :from and :to: the days to leave out, which are read from the raw events.
SELECT
    site,
    day,
    -- include /io/sitepulse/clickhouse/resolved_columns.sql
FROM sitepulse.resolved_events FINAL
WHERE site IN :sites
    AND day BETWEEN :first AND :last
    AND day NOT BETWEEN :from AND :to
    AND (site, day, version) IN
    (
        SELECT site, day, max(resolved)
        FROM sitepulse.resolved_days
        WHERE site IN :sites AND day BETWEEN :first AND :last
        GROUP BY site, day
    )
