-- Of which days of some sites have raw events to be asked? All from the first to the last whose events had not all
-- been seen when they were resolved, or never were.
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
