-- Which accepted events were not counted, and why? subject: site or poll, '' if unreadable.
-- day 1970-01-01: the event has none.
CREATE TABLE IF NOT EXISTS sitepulse.rejected_events
(
    id String,
    topic LowCardinality(String),
    subject String,
    day Date,
    reason LowCardinality(String),
    received DateTime64(3, 'UTC'),
    event String
)
ENGINE = ReplacingMergeTree
PARTITION BY toYYYYMM(received)
ORDER BY (subject, received, id);
