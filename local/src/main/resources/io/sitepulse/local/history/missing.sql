-- How many of a number of site-days have no counters, and how many no rollups, yet?
SELECT
    countIf((site, day) NOT IN (SELECT site, day FROM sitepulse.site_days)) AS uncounted,
    countIf((site, day) NOT IN (SELECT site, day FROM sitepulse.rolled_days)) AS unrolled
FROM sitepulse.touched_days FINAL
WHERE site IN (<sites>)
