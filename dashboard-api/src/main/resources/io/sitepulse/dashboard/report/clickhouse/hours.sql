-- What are the sums of several sites over several days, by weekday and hour?
SELECT
    toDayOfWeek(day) AS weekday,
    toUInt8(value) AS hour,
    sum(dimension_days.views) AS views,
    sum(dimension_days.visits) AS visits,
    sum(dimension_days.visitors) AS visitors,
    sum(dimension_days.engaged_ms) AS engaged_ms
FROM sitepulse.dimension_days FINAL
WHERE site IN (<sites>) AND dimension = 'hour' AND day BETWEEN :from AND :to
GROUP BY weekday, hour
SETTINGS do_not_merge_across_partitions_select_final = 1
