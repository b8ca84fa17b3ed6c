-- What was read, from where, with what, on a site's day? Recomputed from page_views for the days that
-- were touched, all rows of a (site, day) with one version; a value that is no more has zeros.
-- dimension: page, entry, source, device, browser, system, country, language, hour ('00' to '23'), bot.
CREATE TABLE IF NOT EXISTS sitepulse.dimension_days
(
    site LowCardinality(String),
    day Date,
    dimension LowCardinality(String),
    value String,
    title String,
    views UInt64,
    visits UInt64,
    visitors UInt64,
    engaged_ms UInt64,
    version DateTime64(6, 'UTC')
)
ENGINE = ReplacingMergeTree(version)
PARTITION BY toYYYYMM(day)
ORDER BY (site, dimension, day, value);

-- Which days have new raw events? Written after the events themselves.
CREATE TABLE IF NOT EXISTS sitepulse.touched_days
(
    site LowCardinality(String),
    day Date,
    touched DateTime64(6, 'UTC') DEFAULT now64(6)
)
ENGINE = ReplacingMergeTree(touched)
ORDER BY (site, day);

-- Up to when were the raw events of a day seen when its rollups were computed?
CREATE TABLE IF NOT EXISTS sitepulse.rolled_days
(
    site LowCardinality(String),
    day Date,
    rolled DateTime64(6, 'UTC')
)
ENGINE = ReplacingMergeTree(rolled)
ORDER BY (site, day);
