-- What are the sums of several sites by hour of a day?
SELECT
    toUInt8(value) AS hour,
    sum(dimension_days.views) AS views,
    sum(dimension_days.visits) AS visits,
    sum(dimension_days.visitors) AS visitors,
    sum(dimension_days.engaged_ms) AS engaged_ms
FROM sitepulse.dimension_days FINAL
WHERE site IN (<sites>) AND dimension = 'hour' AND day = :day
GROUP BY hour
