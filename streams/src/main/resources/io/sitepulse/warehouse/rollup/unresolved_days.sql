-- Which days that are over in every time zone have raw events that are newer than their resolved events? The latest
-- days come first.
SELECT touched.site AS site, touched.day AS day
FROM
(
    SELECT site, day, max(touched) AS at FROM sitepulse.touched_days WHERE day < today() - 1 GROUP BY site, day
) AS touched
LEFT JOIN
(
    SELECT site, day, max(resolved) AS at FROM sitepulse.resolved_days GROUP BY site, day
) AS resolved
ON resolved.site = touched.site AND resolved.day = touched.day
WHERE touched.at > resolved.at AND touched.site IN (SELECT id FROM sitepulse.sites)
ORDER BY day DESC, site
LIMIT :limit
