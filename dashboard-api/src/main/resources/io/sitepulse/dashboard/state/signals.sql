-- When were several sites heard of last, and how many views had they yesterday and on the same weekdays before?
-- A day that was only imported is no signal. Robots send signals, but no views. views: by days before yesterday.
SELECT
    site,
    countIf(is_live) AS live_days,
    maxIf(day, is_live) AS last_day,
    countIf(is_viewed) AS viewed_days,
    maxIf(day, is_viewed) AS last_view_day,
    argMaxIf(as_of, day, is_live) AS written_at,
    min(day) AS first_day,
    sumMapIf(map(days_before, day_views), days_before IN (0, 7, 14, 21, 28) AND day <= toDate(:yesterday)) AS views
FROM
(
    SELECT
        counted.site AS site,
        counted.day AS day,
        counted.views AS day_views,
        counted.as_of AS as_of,
        counted.received > imported.received AS is_live,
        counted.views > imported.views AS is_viewed,
        toUInt32(greatest(0, dateDiff('day', counted.day, toDate(:yesterday)))) AS days_before
    FROM (SELECT * FROM sitepulse.site_days FINAL WHERE site IN (<sites>)) AS counted
    LEFT JOIN
    (
        SELECT site, day, received, views
        FROM sitepulse.imported_days FINAL
        WHERE site IN (<sites>) AND source != ''
    ) AS imported ON counted.site = imported.site AND counted.day = imported.day
)
GROUP BY site
