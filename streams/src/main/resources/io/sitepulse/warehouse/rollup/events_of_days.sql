-- How many page view records does each day have?
SELECT day, count() AS events
FROM sitepulse.page_view_receipts
WHERE site = :site AND day BETWEEN :from AND :to
GROUP BY day
