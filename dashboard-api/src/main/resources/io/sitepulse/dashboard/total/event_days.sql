-- What do the events of a site's days add up to, beside the sums of these days?
-- What was imported without its events is left out on both sides.
SELECT
    if(stored.day > toDate(0), stored.day, recounted.day) AS day,
    toInt64(stored.views) - toInt64(imported.views) AS counted_views,
    toInt64(stored.visits) - toInt64(imported.visits) AS counted_visits,
    toInt64(stored.visitors) - toInt64(imported.visitors) AS counted_visitors,
    recounted.views AS event_views,
    recounted.visits AS event_visits,
    recounted.visitors AS event_visitors
FROM
(
    SELECT * FROM sitepulse.site_days FINAL WHERE site IN :sites AND day BETWEEN :from AND :to
) AS stored
FULL JOIN
(
    SELECT
        day,
        countIf(kind = 'view' AND bot = '') AS views,
        countIf(starts_visit) AS visits,
        uniqExactIf(visitor, starts_visit) AS visitors
    FROM
    (
        -- include /io/sitepulse/clickhouse/visits.sql
    ) AS events
    GROUP BY day
) AS recounted ON recounted.day = stored.day
LEFT JOIN
(
    SELECT *
    FROM sitepulse.imported_days FINAL
    WHERE site IN :sites AND day BETWEEN :from AND :to AND source != '' AND NOT raw
) AS imported ON imported.day = stored.day
ORDER BY day
