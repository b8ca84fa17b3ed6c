-- Which voters of a poll have a ballot that is not their last one outside the times that are set aside?
-- A correction takes the place of the ballot that it names. Voters with nothing outside these times get no ballot.
WITH toUUID('00000000-0000-0000-0000-000000000000') AS vote
SELECT voter, toString(present.1) AS current, arrayStringConcat(target, ',') AS choices
FROM
(
    SELECT
        voter,
        arrayFold(
            (ballot, next) -> if(next.4 = vote OR next.4 = ballot.1, (next.2, next.3), ballot),
            arraySort(groupArray((kafka_offset, id, choices, replaces))),
            (vote, CAST([], 'Array(String)'))
        ) AS present,
        argMaxIf(
            choices,
            kafka_offset,
            replaces = vote
                AND NOT arrayExists(
                    time -> toUnixTimestamp64Milli(at) >= time.1 AND toUnixTimestamp64Milli(at) < time.2,
                    arrayZip([<from>], [<to>])
                )
        ) AS target
    FROM
    (
        SELECT voter, id, choices, replaces, at, kafka_offset
        FROM sitepulse.poll_votes FINAL
        WHERE poll = :poll
            AND concat(:topic, '-', toString(kafka_partition), '-', toString(kafka_offset)) NOT IN (
                SELECT id FROM sitepulse.rejected_events FINAL WHERE topic = :topic AND subject = :poll
            )
    )
    GROUP BY voter
)
WHERE present.2 != target
ORDER BY voter
