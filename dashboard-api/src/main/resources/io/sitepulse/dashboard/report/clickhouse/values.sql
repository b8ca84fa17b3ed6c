-- What are the sums by value of a dimension, on the requested and the compared days?
-- :titled: read and search the titles of pages, which costs as much as all sums. matching: number of values that
-- match the search.
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
        argMaxIf(if(:titled, rolled.title, ''), (title_day, site), :titled AND is_now AND rolled.title != '') AS title,
        sumIf(rolled.views, is_now) AS views,
        sumIf(rolled.visits, is_now) AS visits,
        sumIf(rolled.visitors, is_now) AS visitors,
        sumIf(rolled.engaged_ms, is_now) AS engaged_ms,
        sumIf(rolled.views, is_before) AS before_views,
        sumIf(rolled.visits, is_before) AS before_visits,
        sumIf(rolled.visitors, is_before) AS before_visitors
    FROM
    (
        -- include rollup_rows.sql
    ) AS rolled
    GROUP BY value
) AS by_value
WHERE (views > 0 OR engaged_ms > 0)
    AND (:search = '' OR positionCaseInsensitiveUTF8(value, :search) > 0 OR positionCaseInsensitiveUTF8(title, :search) > 0)
ORDER BY multiIf(:sort = 'views', views, :sort = 'visitors', visitors, :sort = 'engagedMs', engaged_ms, visits) DESC, value
LIMIT :limit OFFSET :offset
SETTINGS do_not_merge_across_partitions_select_final = 1
