-- How did each of some sites stand on the days compared, and how many visits had it lately?
-- spark: visits by days since :spark_from. A range whose end is before its beginning is none.
SELECT
    site,
    sumIf(site_days.views, day BETWEEN :month_from AND :month_to) AS month_views,
    sumIf(site_days.visits, day BETWEEN :month_from AND :month_to) AS month_visits,
    sumIf(site_days.visitors, day BETWEEN :month_from AND :month_to) AS month_visitors,
    sumIf(site_days.engaged_ms, day BETWEEN :month_from AND :month_to) AS month_engaged_ms,
    sumIf(site_days.views, day BETWEEN :year_from AND :year_to) AS year_views,
    sumIf(site_days.visits, day BETWEEN :year_from AND :year_to) AS year_visits,
    sumIf(site_days.visitors, day BETWEEN :year_from AND :year_to) AS year_visitors,
    sumIf(site_days.engaged_ms, day BETWEEN :year_from AND :year_to) AS year_engaged_ms,
    sumMapIf(
        map(toUInt32(greatest(0, dateDiff('day', toDate(:spark_from), day))), site_days.visits),
        day >= :spark_from) AS spark
FROM sitepulse.site_days FINAL
WHERE site IN (<sites>)
    AND day < :today
    AND (day BETWEEN :month_from AND :month_to OR day BETWEEN :year_from AND :year_to OR day >= :spark_from)
GROUP BY site
