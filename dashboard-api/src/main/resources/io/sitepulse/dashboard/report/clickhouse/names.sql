-- Which names of a dimension do the events of some sites have, in any period?
-- :dimension: browser or system. Raw events are read of the days that are newer than their rollups.
SELECT DISTINCT value
FROM
(
    SELECT value
    FROM sitepulse.dimension_days
    WHERE site IN (<sites>) AND dimension = :dimension
    UNION ALL
    SELECT if(:dimension = 'browser', toString(browser), toString(system)) AS value
    FROM sitepulse.page_views
    WHERE site IN (<sites>) AND (site, day) IN
    (
        SELECT touched.site, touched.day
        FROM
        (
            SELECT site, day, max(touched) AS at
            FROM sitepulse.touched_days
            WHERE site IN (<sites>)
            GROUP BY site, day
        ) AS touched
        LEFT JOIN
        (
            SELECT site, day, max(rolled) AS at
            FROM sitepulse.rolled_days
            WHERE site IN (<sites>)
            GROUP BY site, day
        ) AS rolled
        ON rolled.site = touched.site AND rolled.day = touched.day
        WHERE touched.at > rolled.at
    )
) AS named
WHERE value != ''
ORDER BY value
