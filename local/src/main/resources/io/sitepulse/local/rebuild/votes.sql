SELECT
    poll_votes.poll AS poll, poll_votes.voter AS voter, toString(poll_votes.id) AS vote,
    toJSONString(poll_votes.choices) AS choices, toUnixTimestamp64Milli(poll_votes.at) AS millis,
    toString(poll_votes.replaces) AS replaces, rejection.why AS reason
FROM (SELECT * FROM sitepulse.poll_votes FINAL) AS poll_votes
LEFT JOIN
(
    SELECT subject, JSONExtractString(event, 'id') AS vote, any(reason) AS why
    FROM sitepulse.rejected_events FINAL
    WHERE topic = :topic AND reason != 'unreadable'
    GROUP BY subject, vote
) AS rejection
ON rejection.subject = poll_votes.poll AND rejection.vote = toString(poll_votes.id)
ORDER BY poll_votes.kafka_partition, poll_votes.kafka_offset
