-- What are the sums of the recent days of a site, without today?
SELECT day, views, visits, visitors
FROM sitepulse.site_days FINAL
WHERE site = :site AND day >= toDate(:from) AND day < toDate(:today)
