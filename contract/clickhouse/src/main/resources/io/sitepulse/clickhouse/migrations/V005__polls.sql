-- Which votes came in? One row a vote id of a voter; of several deliveries the first counts.
CREATE TABLE IF NOT EXISTS sitepulse.poll_votes
(
    poll LowCardinality(String),
    voter String,
    id UUID,
    choices Array(String),
    at DateTime64(3, 'UTC'),
    kafka_partition UInt16,
    kafka_offset UInt64,
    precedence UInt64
)
ENGINE = ReplacingMergeTree(precedence)
ORDER BY (poll, voter, id);

-- How does a poll stand? The version is the record's offset.
CREATE TABLE IF NOT EXISTS sitepulse.poll_tallies
(
    poll LowCardinality(String),
    ballots Map(String, UInt64),
    participants UInt64,
    received UInt64,
    first_ballots UInt64,
    changes UInt64,
    duplicates UInt64,
    rejected Map(String, UInt64),
    as_of DateTime64(3, 'UTC'),
    version UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY poll;
