-- Which months have raw events whose pages were not compared with their normal form since the upgrade? Months are
-- compared again at most once an hour while Kafka may still deliver events of the version before: for 8 days after the
-- migration. After that nothing is found. The latest months come first.
WITH (
    SELECT min(applied) FROM sitepulse.schema_migrations WHERE name = 'V014__page_spellings.sql'
) AS upgraded
SELECT touched.site AS site, touched.month AS month
FROM
(
    SELECT site, toStartOfMonth(day) AS month, max(touched) AS at FROM sitepulse.touched_days GROUP BY site, month
) AS touched
LEFT JOIN
(
    SELECT site, month, max(checked) AS at FROM sitepulse.checked_pages GROUP BY site, month
) AS checked
ON checked.site = touched.site AND checked.month = touched.month
WHERE touched.at > checked.at
    AND touched.month <= toStartOfMonth(toDate(upgraded) + 8)
    AND (toYear(checked.at) = 1970 OR (checked.at < now() - INTERVAL 1 HOUR AND now() < upgraded + INTERVAL 8 DAY))
    AND touched.site IN (SELECT id FROM sitepulse.sites)
ORDER BY month DESC, site
LIMIT :limit
