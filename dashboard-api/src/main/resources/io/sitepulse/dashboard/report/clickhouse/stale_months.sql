-- Which months of which sites cannot be read from month rollups?
-- Those with day rollups that are newer than the sums of the month, or without sums. Unfinished months always are.
SELECT days.site AS site, days.month AS month
FROM
(
    SELECT site, toStartOfMonth(day) AS month, max(written) AS at
    FROM
    (
        SELECT site, day, written FROM sitepulse.rolled_days
        UNION ALL
        SELECT site, day, toDateTime64(0, 6, 'UTC') FROM sitepulse.touched_days
    )
    GROUP BY site, month
) AS days
LEFT JOIN
(
    SELECT site, month, max(summed) AS at FROM sitepulse.summed_months GROUP BY site, month
) AS summed
ON summed.site = days.site AND summed.month = days.month
WHERE days.at >= summed.at
