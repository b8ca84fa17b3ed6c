SELECT :events AS topic, kafka_partition AS partition, max(kafka_offset) + 1 AS next
FROM sitepulse.page_view_receipts
GROUP BY partition
UNION ALL
SELECT :votes AS topic, kafka_partition AS partition, max(kafka_offset) + 1 AS next
FROM sitepulse.poll_votes
GROUP BY partition
