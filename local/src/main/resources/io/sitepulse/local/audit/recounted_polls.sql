-- What do the votes of each poll add up to? A ballot is the last vote of a voter that was not rejected.
-- The rejection of a vote depends on the definition of the poll at that moment, so rejections are taken as
-- stored.
WITH
    voters AS
    (
        SELECT
            votes.poll AS poll,
            votes.voter AS voter,
            countIf(rejections.id = '') AS accepted,
            argMaxIf(votes.choices, votes.kafka_offset, rejections.id = '') AS ballot
        FROM
        (
            SELECT
                poll,
                voter,
                choices,
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
    countIf(accepted > 0) AS participants,
    participants AS first_ballots,
    sum(accepted) - participants AS changes
FROM voters
GROUP BY poll
ORDER BY poll
