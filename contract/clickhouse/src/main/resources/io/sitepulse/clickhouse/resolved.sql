-- Which events of the days of some sites count, and which attributes do their visits have?
--
-- Rows and parameters as in visits.sql, plus visit_device, visit_browser and so on. A visit has the values of
-- its first view. An event without a visit has its own.
SELECT
    *,
    if(visit > 0, anyIf(device, starts_visit) OVER whole, device) AS visit_device,
    if(visit > 0, anyIf(browser, starts_visit) OVER whole, browser) AS visit_browser,
    if(visit > 0, anyIf(system, starts_visit) OVER whole, system) AS visit_system,
    if(visit > 0, anyIf(country, starts_visit) OVER whole, country) AS visit_country,
    if(visit > 0, anyIf(language, starts_visit) OVER whole, language) AS visit_language
FROM
(
    -- include /io/sitepulse/clickhouse/visits.sql
) AS counted
WINDOW whole AS (PARTITION BY site, day, visitor, visit)
