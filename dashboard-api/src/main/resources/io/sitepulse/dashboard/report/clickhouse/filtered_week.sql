-- At which hours of which weekdays was what some filters let through?
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
