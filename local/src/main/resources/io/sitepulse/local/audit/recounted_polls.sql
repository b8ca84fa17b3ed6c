-- What do the votes of each poll add up to? A ballot is the last vote of a voter that was not rejected. A correction
-- takes the place of the ballot that it names, and has no effect if that is not the voter's ballot any more.
-- The rejection of a vote depends on the definition of the poll at that moment, so rejections are taken as
-- stored.
WITH
    toUUID('00000000-0000-0000-0000-000000000000') AS vote,
    voters AS
    (
        SELECT
            votes.poll AS poll,
            votes.voter AS voter,
            countIf(rejections.id = '' AND votes.replaces = vote) AS accepted,
            arrayFold(
                (ballot, next) -> if(next.4 = vote OR next.4 = ballot.1, (next.2, next.3), ballot),
                arraySort(
                    groupArrayIf((votes.kafka_offset, votes.id, votes.choices, votes.replaces), rejections.id = '')),
                (vote, CAST([], 'Array(String)'))
            ).2 AS ballot
        FROM
        (
            SELECT
                poll,
                voter,
                id,
                choices,
                replaces,
                kafka_offset,
                concat(:topic, '-', toString(kafka_partition), '-', toString(kafka_offset)) AS origin
            FROM sitepulse.poll_votes FINAL
            WHERE :site = '' OR poll IN (SELECT id FROM sitepulse.polls FINAL WHERE site = :site)
        ) AS votes
        LEFT JOIN
        (
            SELECT id FROM sitepulse.rejected_events FINAL WHERE topic = :topic
        ) AS rejections
        ON rejections.id = votes.origin
        GROUP BY poll, voter
    )
SELECT
    poll AS subject,
    sumMap(mapFromArrays(ballot, arrayMap(option -> toUInt64(1), ballot))) AS ballots,
    countIf(notEmpty(ballot)) AS participants,
    countIf(accepted > 0) AS first_ballots,
    sum(accepted) - first_ballots AS changes
FROM voters
GROUP BY poll
ORDER BY poll
