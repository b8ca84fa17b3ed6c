-- How many events of several sites did the collectors refuse, by day and reason?
SELECT
    day,
    splitByChar(' ', refusal.1)[1] AS reason,
    sum(refusal.2) AS events
FROM
(
    SELECT day, arrayJoin(arrayZip(mapKeys(refused), mapValues(refused))) AS refusal
    FROM sitepulse.collector_faults FINAL
    WHERE site IN (<sites>) AND day BETWEEN :from AND :to
)
GROUP BY day, reason
