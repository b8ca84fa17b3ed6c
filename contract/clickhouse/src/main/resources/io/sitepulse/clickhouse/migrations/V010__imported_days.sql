-- What was counted elsewhere, and from where does it come? The version is the record's offset; source '' once
-- it was taken back. raw: its events are in page_views and page_view_receipts as well.
CREATE TABLE IF NOT EXISTS sitepulse.imported_days
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
    raw Bool,
    source String,
    entered_by String,
    version UInt64
)
ENGINE = ReplacingMergeTree(version)
PARTITION BY toYear(day)
ORDER BY (site, day);
