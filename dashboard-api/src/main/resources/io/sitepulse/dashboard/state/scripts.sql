-- Which versions of the script sent page views of several sites, each on its last day with any?
SELECT
    site,
    script.1 AS version,
    script.2 AS requests
FROM
(
    SELECT site, arrayJoin(arrayZip(mapKeys(versions), mapValues(versions))) AS script
    FROM
    (
        SELECT site, argMax(day_versions, day) AS versions
        FROM
        (
            SELECT site, day, sumMap(scripts) AS day_versions
            FROM sitepulse.collector_faults FINAL
            WHERE site IN (<sites>) AND day >= :from AND notEmpty(scripts)
            GROUP BY site, day
        )
        GROUP BY site
    )
)
ORDER BY site, requests DESC, version
