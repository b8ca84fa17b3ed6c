SELECT DISTINCT toString(toDate(kafka_time, 'UTC')) AS sent
FROM sitepulse.page_view_receipts
ORDER BY sent
