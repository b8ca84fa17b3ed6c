-- What's inside?
SELECT count()
FROM
(
    -- include /io/sitepulse/clickhouse/inner.sql
) AS inside
