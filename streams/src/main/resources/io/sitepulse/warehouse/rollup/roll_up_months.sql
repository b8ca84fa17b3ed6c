-- Write: what are the totals of each dimension value in these months? They are recomputed from the rollups of the
-- days alone. A value that has disappeared has zeros in its days, and therefore here as well.
INSERT INTO sitepulse.dimension_months
    (site, month, dimension, value, title, title_day, views, visits, visitors, engaged_ms, version)
SELECT
    site,
    toStartOfMonth(day) AS month,
    dimension,
    value,
    argMaxIf(rollup.title, day, rollup.title != ''),
    maxIf(day, rollup.title != ''),
    sum(rollup.views),
    sum(rollup.visits),
    sum(rollup.visitors),
    sum(rollup.engaged_ms),
    toDateTime64(:version, 6, 'UTC')
FROM sitepulse.dimension_days AS rollup FINAL
WHERE site IN :sites AND day BETWEEN :from AND :to AND dimension != 'hour'
GROUP BY site, month, dimension, value
SETTINGS do_not_merge_across_partitions_select_final = 1
