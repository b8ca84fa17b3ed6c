-- In which minutes did most ballots of a poll come, first and changed ones, and for which options were they?
SELECT
    toStartOfMinute(at) AS minute,
    count() AS votes,
    sumMap(mapFromArrays(choices, arrayMap(option -> toUInt64(1), choices))) AS ballots
FROM sitepulse.poll_votes FINAL
WHERE poll = :poll
    AND replaces = toUUID('00000000-0000-0000-0000-000000000000')
    AND concat(:topic, '-', toString(kafka_partition), '-', toString(kafka_offset)) NOT IN (
        SELECT id FROM sitepulse.rejected_events FINAL WHERE topic = :topic AND subject = :poll
    )
GROUP BY minute
ORDER BY votes DESC, minute
LIMIT 10
