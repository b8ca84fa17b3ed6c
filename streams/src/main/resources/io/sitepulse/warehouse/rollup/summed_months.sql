-- Write: up to which time were the day rollups read that these months' totals contain?
INSERT INTO sitepulse.summed_months (site, month, summed)
SELECT arrayJoin(:sites), addMonths(toStartOfMonth(toDate(:from)), number), toDateTime64(:version, 6, 'UTC')
FROM numbers(toUInt64(dateDiff('month', toDate(:from), toDate(:to)) + 1))
