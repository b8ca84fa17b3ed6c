-- Write: which raw events of these days count, and which visit does each belong to?
INSERT INTO sitepulse.resolved_events
(
    site,
    day,
    version,
    number,
    -- include /io/sitepulse/clickhouse/resolved_columns.sql
)
SELECT
    site,
    day,
    toDateTime64(:version, 6, 'UTC'),
    row_number() OVER (PARTITION BY site, day ORDER BY visitor, visit, kind DESC, at, id),
    -- include /io/sitepulse/clickhouse/resolved_columns.sql
FROM
(
    -- include /io/sitepulse/clickhouse/resolved.sql
) AS events
