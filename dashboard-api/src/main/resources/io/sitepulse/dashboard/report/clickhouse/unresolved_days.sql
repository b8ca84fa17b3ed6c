-- Which days of each site must be read from raw events?
-- The range from the first to the last day that has events newer than its resolution, or was never resolved.
SELECT touched.site AS site, min(touched.day) AS first, max(touched.day) AS last
FROM
(
    SELECT site, day, max(touched) AS at
    FROM sitepulse.touched_days
    WHERE site IN (<sites>) AND day BETWEEN :from AND :to
    GROUP BY site, day
) AS touched
LEFT JOIN
(
    SELECT site, day, max(resolved) AS at
    FROM sitepulse.resolved_days
    WHERE site IN (<sites>) AND day BETWEEN :from AND :to
    GROUP BY site, day
) AS resolved
ON resolved.site = touched.site AND resolved.day = touched.day
WHERE touched.at > resolved.at
GROUP BY site
