-- Which events came in? One row an event id inside (site, day). Of several deliveries of an id the
-- first one counts, so the version is higher the smaller the offset is.
-- visitor 0: nobody's (Global Privacy Control). bot '': a visitor. view 0…: none.
CREATE TABLE IF NOT EXISTS sitepulse.page_views
(
    site LowCardinality(String),
    day Date,
    id UUID,
    kind LowCardinality(String),
    visitor UInt64,
    at DateTime64(3, 'UTC'),
    received DateTime64(3, 'UTC'),
    page String,
    title String,
    referrer String,
    language LowCardinality(String),
    device LowCardinality(String),
    browser LowCardinality(String),
    system LowCardinality(String),
    bot LowCardinality(String),
    view UUID,
    engaged_ms UInt32,
    kafka_partition UInt16,
    kafka_offset UInt64,
    precedence UInt64
)
ENGINE = ReplacingMergeTree(precedence)
PARTITION BY toYYYYMM(day)
ORDER BY (site, day, id);

-- How often was each event delivered, and when had it happened? One row a record of the topic,
-- duplicates and rejected ones included, so that every column of the ledger can be recounted.
-- kafka_time: the record's own time.
CREATE TABLE IF NOT EXISTS sitepulse.page_view_receipts
(
    site LowCardinality(String),
    day Date,
    id UUID,
    at DateTime64(3, 'UTC'),
    received DateTime64(3, 'UTC'),
    kafka_time DateTime64(3, 'UTC'),
    kafka_partition UInt16,
    kafka_offset UInt64
)
ENGINE = ReplacingMergeTree
PARTITION BY toYYYYMM(day)
ORDER BY (site, day, kafka_partition, kafka_offset, received);
