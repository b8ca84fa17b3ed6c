-- How many events of several sites were counted, duplicate, from robots or rejected, by day?
SELECT
    day,
    sum(site_days.received) AS received,
    sum(counted_views) AS views,
    sum(counted_heartbeats) AS heartbeats,
    sum(site_days.duplicates) AS duplicates,
    sum(site_days.bots) AS bots,
    sumMap(site_days.rejected) AS rejected,
    sum(site_days.merged_visits) AS merged_visits
FROM sitepulse.site_days FINAL
WHERE site IN (<sites>) AND day BETWEEN :from AND :to
GROUP BY day
