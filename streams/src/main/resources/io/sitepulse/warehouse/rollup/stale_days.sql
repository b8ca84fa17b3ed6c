-- Which days have raw events that are newer than their rollup? The latest days come first. live: the day is today,
-- or was until recently, in some time zone. A site waits until its definition is mirrored, because a rollup needs its
-- time zone. :since: only days that were touched later.
SELECT touched.site AS site, touched.day AS day, touched.day >= today() - 1 AS live
FROM
(
    SELECT site, day, max(touched) AS at
    FROM sitepulse.touched_days
    WHERE touched > toDateTime64(:since, 6, 'UTC')
    GROUP BY site, day
) AS touched
LEFT JOIN
(
    SELECT site, day, max(rolled) AS at
    FROM sitepulse.rolled_days
    WHERE rolled > toDateTime64(:since, 6, 'UTC')
    GROUP BY site, day
) AS rolled
ON rolled.site = touched.site AND rolled.day = touched.day
WHERE touched.at > rolled.at AND touched.site IN (SELECT id FROM sitepulse.sites)
ORDER BY day DESC, site
LIMIT :limit
