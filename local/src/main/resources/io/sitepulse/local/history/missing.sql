-- How many of a number of site-days have no counters yet, and how many no rollups?
SELECT
    countIf((site, day) NOT IN (SELECT site, day FROM sitepulse.site_days)) AS uncounted,
    countIf((site, day) NOT IN (SELECT site, day FROM sitepulse.rolled_days)) AS unrolled
FROM sitepulse.touched_days FINAL
WHERE site IN (<sites>)
