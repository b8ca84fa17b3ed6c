-- From pages of which origins came the refused events of several sites?
SELECT
    site,
    splitByChar(' ', refusal.1)[1] AS reason,
    splitByChar(' ', refusal.1)[2] AS origin,
    sum(refusal.2) AS events
FROM
(
    SELECT site, arrayJoin(arrayZip(mapKeys(refused), mapValues(refused))) AS refusal
    FROM sitepulse.collector_faults FINAL
    WHERE site IN (<sites>) AND day BETWEEN :from AND :to
)
GROUP BY site, reason, origin
ORDER BY events DESC, site, reason, origin
LIMIT 200
