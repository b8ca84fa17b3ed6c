-- What was counted on some sites by page, with titles to search in, and what on the days compared?
-- Titles cost more than all the sums: only for who searches, or wants very many.
-- A range whose end is before its beginning is none. matching: how many values were searched for.
SELECT
    value,
    title,
    views,
    visits,
    visitors,
    engaged_ms,
    before_views,
    before_visits,
    before_visitors,
    count() OVER () AS matching
FROM
(
    SELECT
        value,
        argMaxIf(rollup.title, (day, site), rollup.title != '' AND day BETWEEN :from AND :to) AS title,
        sumIf(rollup.views, day BETWEEN :from AND :to) AS views,
        sumIf(rollup.visits, day BETWEEN :from AND :to) AS visits,
        sumIf(rollup.visitors, day BETWEEN :from AND :to) AS visitors,
        sumIf(rollup.engaged_ms, day BETWEEN :from AND :to) AS engaged_ms,
        sumIf(rollup.views, day BETWEEN :before_from AND :before_to) AS before_views,
        sumIf(rollup.visits, day BETWEEN :before_from AND :before_to) AS before_visits,
        sumIf(rollup.visitors, day BETWEEN :before_from AND :before_to) AS before_visitors
    FROM sitepulse.dimension_days AS rollup FINAL
    WHERE site IN (<sites>)
        AND dimension = :dimension
        AND (day BETWEEN :from AND :to OR day BETWEEN :before_from AND :before_to)
    GROUP BY value
) AS by_value
WHERE (views > 0 OR engaged_ms > 0)
    AND (:search = '' OR positionCaseInsensitiveUTF8(value, :search) > 0 OR positionCaseInsensitiveUTF8(title, :search) > 0)
ORDER BY multiIf(:sort = 'views', views, :sort = 'visitors', visitors, :sort = 'engagedMs', engaged_ms, visits) DESC, value
LIMIT :limit OFFSET :offset
SETTINGS do_not_merge_across_partitions_select_final = 1
