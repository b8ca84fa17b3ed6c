-- How many page views of several days were brought in without their events?
SELECT sum(imported_days.views) AS views
FROM sitepulse.imported_days FINAL
WHERE site IN (<sites>) AND day BETWEEN :from AND :to AND NOT raw AND source != ''
