-- Write: which votes came in? Of several deliveries the first wins.
INSERT INTO sitepulse.poll_votes
    (poll, voter, id, choices, at, kafka_partition, kafka_offset, precedence)
VALUES
    (?, ?, ?, ?, ?, ?, ?, ?)
