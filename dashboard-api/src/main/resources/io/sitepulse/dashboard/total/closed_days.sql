-- What do the days of a site add up to, without today: what was imported, and what was counted here?
-- A day may have both.
SELECT
    countIf(is_imported) AS imported_days,
    minIf(day, is_imported) AS imported_first,
    maxIf(day, is_imported) AS imported_last,
    sum(of_imported_views) AS imported_views,
    sum(of_imported_visits) AS imported_visits,
    sum(of_imported_visitors) AS imported_visitors,
    countIf(is_counted) AS counted_days,
    minIf(day, is_counted) AS counted_first,
    maxIf(day, is_counted) AS counted_last,
    toInt64(sum(views)) - toInt64(imported_views) AS counted_views,
    toInt64(sum(visits)) - toInt64(imported_visits) AS counted_visits,
    toInt64(sum(visitors)) - toInt64(imported_visitors) AS counted_visitors
FROM
(
    SELECT
        stored.day AS day,
        stored.views AS views,
        stored.visits AS visits,
        stored.visitors AS visitors,
        imported.views AS of_imported_views,
        imported.visits AS of_imported_visits,
        imported.visitors AS of_imported_visitors,
        imported.source != '' AS is_imported,
        (stored.views, stored.visits, stored.visitors) != (imported.views, imported.visits, imported.visitors)
            AS is_counted
    FROM
    (
        SELECT * FROM sitepulse.site_days FINAL WHERE site = :site AND day < toDate(:today)
    ) AS stored
    LEFT JOIN
    (
        SELECT * FROM sitepulse.imported_days FINAL WHERE site = :site AND day < toDate(:today) AND source != ''
    ) AS imported ON stored.day = imported.day
)
