WITH deliveries AS
(
    SELECT site, day, id, at, received, kafka_time, kafka_partition, kafka_offset, kafka_index
    FROM sitepulse.page_view_receipts FINAL
    -- Events of sample figures are in imported days.
    WHERE toDate(kafka_time, 'UTC') = toDate(:sent) AND kafka_partition != 65535
),
ahead AS
(
    SELECT id
    FROM sitepulse.rejected_events FINAL
    WHERE topic = :topic AND reason = 'from-the-future'
)
SELECT
    delivery.site AS site, toString(delivery.day) AS day, toString(delivery.id) AS id,
    toUnixTimestamp64Milli(delivery.at) AS at, toUnixTimestamp64Milli(delivery.received) AS received,
    toUnixTimestamp64Milli(delivery.kafka_time) AS kafka_time,
    event.kind AS kind, leftPad(lower(hex(event.visitor)), 16, '0') AS visitor, event.page AS page, event.title AS title,
    event.referrer AS referrer, event.language AS language, event.device AS device, event.browser AS browser,
    event.system AS system, event.bot AS bot, toString(event.view) AS view, event.engaged_ms AS engaged_ms,
    event.country AS country, event.campaign AS campaign, event.campaign_source AS campaign_source,
    event.campaign_medium AS campaign_medium, event.campaign_term AS campaign_term,
    event.campaign_content AS campaign_content,
    -- Names of rejections of a record, and of an event of a pack. Single events have the index 0.
    format('{}-{}-{}', :topic, toString(kafka_partition), toString(kafka_offset)) AS record,
    record || '-' || toString(kafka_index) AS packed,
    (kafka_index = 0 AND record IN (SELECT id FROM ahead)) OR packed IN (SELECT id FROM ahead) AS ahead
FROM deliveries AS delivery
INNER JOIN
(
    SELECT * FROM sitepulse.page_views FINAL
    WHERE (site, day) IN (SELECT site, day FROM deliveries)
) AS event
ON event.site = delivery.site AND event.day = delivery.day AND event.id = delivery.id
ORDER BY kafka_partition, kafka_offset, kafka_index
-- A day of a large portal has more events than the memory of a small ClickHouse can hold.
SETTINGS
    join_algorithm = 'full_sorting_merge',
    max_bytes_before_external_sort = 200000000
