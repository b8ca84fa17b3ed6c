-- Write: up to when were the rollups of days seen of which these months are the sums?
INSERT INTO sitepulse.summed_months (site, month, summed)
SELECT :site, addMonths(toStartOfMonth(toDate(:from)), number), toDateTime64(:version, 6, 'UTC')
FROM numbers(toUInt64(dateDiff('month', toDate(:from), toDate(:to)) + 1))
