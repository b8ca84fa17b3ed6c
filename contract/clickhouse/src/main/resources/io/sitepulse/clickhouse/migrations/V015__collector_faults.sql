-- Which events did the runs of the collectors refuse? The numbers of a run and day only grow, so the row with the
-- largest total is the latest. refused: by 'reason origin', the origin is '' for none and '*' for others.
-- site '': without a usable site id. untrusted_proxies: requests by address of the proxy.
CREATE TABLE IF NOT EXISTS sitepulse.collector_faults
(
    site String,
    day Date,
    collector String,
    refused Map(String, UInt64),
    untrusted_proxies Map(String, UInt64),
    total UInt64,
    as_of DateTime64(3, 'UTC')
)
ENGINE = ReplacingMergeTree(total)
PARTITION BY toYear(day)
ORDER BY (site, day, collector);
