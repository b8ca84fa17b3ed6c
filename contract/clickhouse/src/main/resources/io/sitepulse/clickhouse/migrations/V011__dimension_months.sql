-- What was read, from where, with what, in a site's month that is over? Sums of dimension_days, all of a
-- month made anew whenever one of its days was. Hours have none. title_day: the day that title is of.
CREATE TABLE IF NOT EXISTS sitepulse.dimension_months
(
    site LowCardinality(String),
    month Date,
    dimension LowCardinality(String),
    value String,
    title String,
    title_day Date,
    views UInt64,
    visits UInt64,
    visitors UInt64,
    engaged_ms UInt64,
    version DateTime64(6, 'UTC')
)
ENGINE = ReplacingMergeTree(version)
PARTITION BY toYear(month)
ORDER BY (dimension, site, month, value);

-- Up to when were the rollups of a month's days seen when it was summed up?
CREATE TABLE IF NOT EXISTS sitepulse.summed_months
(
    site LowCardinality(String),
    month Date,
    summed DateTime64(6, 'UTC')
)
ENGINE = ReplacingMergeTree(summed)
ORDER BY (site, month);

-- When were all rows of a day's rollups there? Of days of before this column: not known, earlier than any month.
ALTER TABLE sitepulse.rolled_days ADD COLUMN IF NOT EXISTS written DateTime64(6, 'UTC') DEFAULT rolled;
