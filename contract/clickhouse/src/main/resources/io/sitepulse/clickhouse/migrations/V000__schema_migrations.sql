-- Which migrations have been applied?
CREATE DATABASE IF NOT EXISTS sitepulse;

CREATE TABLE IF NOT EXISTS sitepulse.schema_migrations
(
    name String,
    applied DateTime64(3, 'UTC') DEFAULT now64(3)
)
ENGINE = ReplacingMergeTree
ORDER BY name;
