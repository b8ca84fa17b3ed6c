-- What do the counters and the ledger say of a site and day? The version is the record's offset.
CREATE TABLE IF NOT EXISTS sitepulse.site_days
(
    site LowCardinality(String),
    day Date,
    views UInt64,
    visits UInt64,
    visitors UInt64,
    engaged_ms UInt64,
    received UInt64,
    counted_views UInt64,
    counted_heartbeats UInt64,
    duplicates UInt64,
    bots UInt64,
    rejected Map(String, UInt64),
    merged_visits UInt64,
    as_of DateTime64(3, 'UTC'),
    version UInt64
)
ENGINE = ReplacingMergeTree(version)
PARTITION BY toYear(day)
ORDER BY (site, day);
