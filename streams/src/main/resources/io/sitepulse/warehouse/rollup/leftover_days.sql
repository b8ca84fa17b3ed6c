-- Which days have rows that are older than their rollups? Of two instances at once one may have written, late, what
-- the other did not know of; and then it may have died. :since: only days that were rolled up after it.
SELECT DISTINCT rows.site AS site, rows.day AS day
FROM
(
    SELECT site, day, version
    FROM sitepulse.dimension_days FINAL
    WHERE (:site = '' OR site = :site) AND day BETWEEN :from AND :to AND (views > 0 OR engaged_ms > 0)
) AS rows
INNER JOIN
(
    SELECT site, day, max(rolled) AS at
    FROM sitepulse.rolled_days
    WHERE (:site = '' OR site = :site) AND day BETWEEN :from AND :to
    GROUP BY site, day
    HAVING at > toDateTime64(:since, 6, 'UTC')
) AS rolled
ON rolled.site = rows.site AND rolled.day = rows.day
WHERE rows.version < rolled.at
ORDER BY day DESC, site
