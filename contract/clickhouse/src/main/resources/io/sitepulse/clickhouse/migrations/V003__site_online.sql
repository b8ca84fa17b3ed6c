-- How many visitors were online at most, minute by minute? A maximum may be written twice.
CREATE TABLE IF NOT EXISTS sitepulse.site_online
(
    site LowCardinality(String),
    minute DateTime('UTC'),
    peak SimpleAggregateFunction(max, UInt64)
)
ENGINE = AggregatingMergeTree
PARTITION BY toYYYYMM(minute)
ORDER BY (site, minute);
