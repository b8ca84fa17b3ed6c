-- What was counted of the visits that some filters let through, in each hour?
-- A visit is of the hour in which the first of its views was let through.
SELECT
    hour,
    countIf(kind = 'view') AS views,
    countIf(counts_visit) AS visits,
    uniqExactIf(visitor, kind = 'view' AND visitor != 0) AS visitors,
    sum(events.engaged_ms) AS engaged_ms
FROM
(
    -- include filtered.sql
) AS events
GROUP BY hour
