-- What do the counters and the ledger report for each site and day?
SELECT
    site AS subject,
    day,
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
FROM sitepulse.site_days FINAL
WHERE (:site = '' OR site = :site) AND day BETWEEN :from AND :to
ORDER BY site, day
