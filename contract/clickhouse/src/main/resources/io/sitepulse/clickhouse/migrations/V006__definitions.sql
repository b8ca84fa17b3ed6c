-- Mirrors of the definitions, for reports. The version is the record's offset; definition is the
-- whole record as JSON, or '' once the definition is gone.
CREATE TABLE IF NOT EXISTS sitepulse.sites
(
    id String,
    name String,
    zone LowCardinality(String),
    baseline_views UInt64,
    baseline_visits UInt64,
    baseline_visitors UInt64,
    archived Bool,
    definition String,
    version UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY id;

CREATE TABLE IF NOT EXISTS sitepulse.polls
(
    id String,
    site LowCardinality(String),
    question String,
    definition String,
    version UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY id;
