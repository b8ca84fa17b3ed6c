-- Which events count of a site's days, by what was resolved of them when these were over?
-- :site, :first, :last: local days; :from, :to: those among them to leave out.
SELECT
    day,
    -- include /io/sitepulse/clickhouse/resolved_columns.sql
FROM sitepulse.resolved_events FINAL
WHERE site = :site
    AND day BETWEEN :first AND :last
    AND day NOT BETWEEN :from AND :to
    AND (day, version) IN
    (
        SELECT day, max(resolved)
        FROM sitepulse.resolved_days
        WHERE site = :site AND day BETWEEN :first AND :last
        GROUP BY day
    )
