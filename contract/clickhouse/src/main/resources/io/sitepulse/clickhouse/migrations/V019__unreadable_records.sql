-- Which records could the sink not read? A later release may be able to: done is 1 once it has stored their rows.
-- value: the bytes of the record in Base64.
CREATE TABLE IF NOT EXISTS sitepulse.unreadable_records
(
    topic LowCardinality(String),
    kafka_partition UInt16,
    kafka_offset UInt64,
    kafka_time DateTime64(3, 'UTC'),
    key String,
    value String,
    error String,
    done UInt8
)
ENGINE = ReplacingMergeTree(done)
ORDER BY (topic, kafka_partition, kafka_offset, kafka_time);
