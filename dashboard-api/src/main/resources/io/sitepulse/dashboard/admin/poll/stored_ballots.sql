-- How many ballots of a poll, first and changed ones, are stored?
SELECT count() AS ballots
FROM sitepulse.poll_votes FINAL
WHERE poll = :poll
    AND replaces = toUUID('00000000-0000-0000-0000-000000000000')
    AND concat(:topic, '-', toString(kafka_partition), '-', toString(kafka_offset)) NOT IN (
        SELECT id FROM sitepulse.rejected_events FINAL WHERE topic = :topic AND subject = :poll
    )
