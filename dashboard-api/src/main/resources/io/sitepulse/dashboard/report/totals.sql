-- What was counted on some sites on the days whose values are known?
-- Each event and each visitor's day is of one device, so a sum over devices counts nothing twice.
SELECT
    sum(dimension_days.views) AS views,
    sum(dimension_days.visits) AS visits,
    sum(dimension_days.visitors) AS visitors,
    sum(dimension_days.engaged_ms) AS engaged_ms
FROM sitepulse.dimension_days FINAL
WHERE site IN (<sites>) AND dimension = :dimension AND day BETWEEN :from AND :to
SETTINGS do_not_merge_across_partitions_select_final = 1
