-- What's inside?
SELECT count()
FROM
(
    -- include /io/sitepulse/contract/clickhouse/inner.sql
) AS inside
