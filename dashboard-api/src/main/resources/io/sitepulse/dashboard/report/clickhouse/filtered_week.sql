-- How many matching views and visits are there by weekday and hour?
SELECT
    toDayOfWeek(day) AS weekday,
    hour,
    countIf(kind = 'view') AS views,
    countIf(counts_visit) AS visits
FROM
(
    -- include filtered.sql
) AS events
GROUP BY weekday, hour
