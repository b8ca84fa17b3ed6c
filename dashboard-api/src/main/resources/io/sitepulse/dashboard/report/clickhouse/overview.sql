-- What are the sums of each site on the compared days, and its visits of the last days?
-- spark: visits by the number of days since :spark_from. A range that ends before it begins is empty.
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
