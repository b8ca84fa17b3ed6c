-- Which months that are over in every time zone have day rollups that are newer than the month's totals? The latest
-- months come first.
SELECT rolled.site AS site, rolled.month AS month
FROM
(
    SELECT site, toStartOfMonth(day) AS month, max(written) AS at FROM sitepulse.rolled_days GROUP BY site, month
) AS rolled
LEFT JOIN
(
    SELECT site, month, max(summed) AS at FROM sitepulse.summed_months GROUP BY site, month
) AS summed
ON summed.site = rolled.site AND summed.month = rolled.month
WHERE rolled.at >= summed.at AND rolled.month < toStartOfMonth(today() - 1)
ORDER BY month DESC, site
LIMIT :limit
