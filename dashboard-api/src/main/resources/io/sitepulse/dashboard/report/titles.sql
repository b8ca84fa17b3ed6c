-- What are some pages called? By the latest day, of several sites by the last one's name.
SELECT value, argMaxIf(rollup.title, (day, site), rollup.title != '') AS latest
FROM sitepulse.dimension_days AS rollup FINAL
WHERE site IN (<sites>) AND dimension = 'page' AND day BETWEEN :from AND :to AND value IN (<values>)
GROUP BY value
SETTINGS do_not_merge_across_partitions_select_final = 1
