-- How did a poll stand at the end of each hour? The version is the record's offset.
CREATE TABLE IF NOT EXISTS sitepulse.poll_hours
(
    poll LowCardinality(String),
    hour DateTime('UTC'),
    ballots Map(String, UInt64),
    participants UInt64,
    version UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (poll, hour);

-- Mirrors of the definitions, as in sites and polls.
CREATE TABLE IF NOT EXISTS sitepulse.groups
(
    id String,
    name String,
    definition String,
    version UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY id;

CREATE TABLE IF NOT EXISTS sitepulse.targets
(
    id String,
    scope String,
    metric LowCardinality(String),
    period String,
    value UInt64,
    definition String,
    version UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY id;

-- Who changed what? before and after are JSON, '' for nothing.
CREATE TABLE IF NOT EXISTS sitepulse.changes
(
    id UUID,
    at DateTime64(3, 'UTC'),
    actor String,
    actor_name String,
    action LowCardinality(String),
    subject String,
    before String,
    after String
)
ENGINE = ReplacingMergeTree
ORDER BY (at, id);
