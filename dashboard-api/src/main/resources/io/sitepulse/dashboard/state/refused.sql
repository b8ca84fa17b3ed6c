-- From pages of which origins came the refused events of several sites?
SELECT
    site,
    splitByChar(' ', refusal.1)[2] AS origin,
    sum(refusal.2) AS events
FROM
(
    SELECT site, arrayJoin(arrayZip(mapKeys(refused), mapValues(refused))) AS refusal
    FROM sitepulse.collector_faults FINAL
    WHERE site IN (<sites>) AND day >= :from
)
GROUP BY site, origin
ORDER BY events DESC, site, origin
