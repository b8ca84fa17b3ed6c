-- What are the sums of each day?
SELECT
    day,
    countIf(kind = 'view' AND bot = '') AS views,
    countIf(starts_visit) AS visits,
    uniqExactIf(visitor, starts_visit) AS visitors,
    sumIf(engaged_ms, bot = '') AS `engagedMs`,
    countIf(kind = 'heartbeat' AND bot = '') AS `counted.heartbeats`,
    countIf(bot != '') AS bots
FROM
(
    -- include /io/sitepulse/clickhouse/visits.sql
) AS events
GROUP BY day
ORDER BY day
