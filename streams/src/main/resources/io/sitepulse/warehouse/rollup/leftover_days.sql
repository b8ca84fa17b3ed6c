-- Which days have rows that are older than their rollup? They appear if two instances roll up the same day at once
-- and the slower one dies before it checks. :since limits the answer to days that were rolled up later.
-- :sites: their ids, or '' for all.
SELECT DISTINCT rows.site AS site, rows.day AS day
FROM
(
    SELECT site, day, version
    FROM sitepulse.dimension_days FINAL
    WHERE (has(:sites, '') OR site IN :sites) AND day BETWEEN :from AND :to AND (views > 0 OR engaged_ms > 0)
) AS rows
INNER JOIN
(
    SELECT site, day, max(rolled) AS at
    FROM sitepulse.rolled_days
    WHERE (has(:sites, '') OR site IN :sites) AND day BETWEEN :from AND :to
    GROUP BY site, day
    HAVING at > toDateTime64(:since, 6, 'UTC')
) AS rolled
ON rolled.site = rows.site AND rolled.day = rows.day
WHERE rows.version < rolled.at
ORDER BY day DESC, site
