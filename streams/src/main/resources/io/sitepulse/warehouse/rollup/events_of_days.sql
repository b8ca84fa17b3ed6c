-- How many page view records does each day of these sites have?
SELECT site, day, count() AS events
FROM sitepulse.page_view_receipts
WHERE site IN :sites AND day BETWEEN :from AND :to
GROUP BY site, day
