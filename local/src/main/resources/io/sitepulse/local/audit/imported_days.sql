-- Which numbers of each site and day were imported, without raw events to recount them?
SELECT
    site AS subject,
    day,
    source,
    views,
    visits,
    visitors,
    engaged_ms,
    received,
    counted_views,
    counted_heartbeats,
    duplicates,
    bots,
    rejected
FROM sitepulse.imported_days FINAL
WHERE source != '' AND NOT raw AND (:site = '' OR site = :site) AND day BETWEEN :from AND :to
ORDER BY site, day
