-- Which event of a record is a receipt of? A record of page-views may hold several events, and each is one delivery.
-- kafka_index: number of the event in the record, 0 where the record is a single event.
ALTER TABLE sitepulse.page_view_receipts
    ADD COLUMN IF NOT EXISTS kafka_index UInt16 AFTER kafka_offset,
    MODIFY ORDER BY (site, day, kafka_partition, kafka_offset, received, kafka_index);
