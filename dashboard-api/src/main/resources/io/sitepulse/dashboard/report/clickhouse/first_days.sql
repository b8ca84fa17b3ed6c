-- Which is the first day with figures of each site?
SELECT site, min(day) AS first
FROM sitepulse.site_days FINAL
WHERE site IN (<sites>) AND site_days.views > 0
GROUP BY site
