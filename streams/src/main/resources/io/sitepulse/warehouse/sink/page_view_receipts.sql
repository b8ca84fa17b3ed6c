-- Write: how often was each event delivered? One row a record of the topic.
INSERT INTO sitepulse.page_view_receipts
    (site, day, id, at, received, kafka_time, kafka_partition, kafka_offset)
VALUES
    (?, ?, ?, ?, ?, ?, ?, ?)
