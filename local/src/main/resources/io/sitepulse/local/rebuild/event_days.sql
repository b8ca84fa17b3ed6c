SELECT DISTINCT toString(toDate(kafka_time, 'UTC')) AS sent
FROM sitepulse.page_view_receipts
WHERE kafka_partition != 65535
ORDER BY sent
