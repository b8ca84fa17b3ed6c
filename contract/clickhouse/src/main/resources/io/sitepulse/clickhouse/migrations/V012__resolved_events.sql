-- Which events of days that are over count, and of which visits are they? What resolved.sql says of the raw events,
-- kept so that filtered reports need not judge them again. A day's rows are those of its version in resolved_days;
-- number: 1, 2, ... within them.
CREATE TABLE IF NOT EXISTS sitepulse.resolved_events
(
    site LowCardinality(String),
    day Date,
    version DateTime64(6, 'UTC'),
    number UInt32,
    kind LowCardinality(String),
    visitor UInt64,
    visit UInt32,
    at DateTime64(3, 'UTC'),
    hour UInt8,
    page String CODEC(ZSTD),
    title String CODEC(ZSTD),
    entry String CODEC(ZSTD),
    visit_source LowCardinality(String),
    device LowCardinality(String),
    browser LowCardinality(String),
    system LowCardinality(String),
    country LowCardinality(String),
    language LowCardinality(String),
    visit_device LowCardinality(String),
    visit_browser LowCardinality(String),
    visit_system LowCardinality(String),
    visit_country LowCardinality(String),
    visit_language LowCardinality(String),
    bot LowCardinality(String),
    engaged_ms UInt32
)
ENGINE = ReplacingMergeTree
PARTITION BY toYYYYMM(day)
ORDER BY (site, day, version, number);

-- Up to when were the raw events of a day seen when they were resolved?
CREATE TABLE IF NOT EXISTS sitepulse.resolved_days
(
    site LowCardinality(String),
    day Date,
    resolved DateTime64(6, 'UTC')
)
ENGINE = ReplacingMergeTree(resolved)
ORDER BY (site, day);
