-- Which resolved events belong to local days of a site?
-- :sites (one), :first and :last: the days. :from and :to: the days to leave out, which are read from the raw events.
SELECT
    day,
    -- include /io/sitepulse/clickhouse/resolved_columns.sql
FROM sitepulse.resolved_events FINAL
WHERE site IN :sites
    AND day BETWEEN :first AND :last
    AND day NOT BETWEEN :from AND :to
    AND (day, version) IN
    (
        SELECT day, max(resolved)
        FROM sitepulse.resolved_days
        WHERE site IN :sites AND day BETWEEN :first AND :last
        GROUP BY day
    )
