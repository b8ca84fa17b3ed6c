-- Write: one receipt for each sample event of a site, at the time of the event.
INSERT INTO sitepulse.page_view_receipts
    (site, day, id, at, received, kafka_time, kafka_partition, kafka_offset)
SELECT site, day, id, at, received, received, kafka_partition, kafka_offset
FROM sitepulse.page_views FINAL
WHERE site = :site AND day BETWEEN :from AND :to AND kafka_partition = 65535
