-- Which topics of a name has the sink read, one after the other? Another id is another topic: that of a new cluster, or
-- one that was created again. Its offsets begin at 0, so the versions of its rows are counted from its epoch on.
CREATE TABLE IF NOT EXISTS sitepulse.topic_epochs
(
    topic LowCardinality(String),
    epoch UInt32,
    topic_id String,
    since DateTime64(3, 'UTC') DEFAULT now64(3)
)
ENGINE = ReplacingMergeTree
ORDER BY (topic, epoch, topic_id);
