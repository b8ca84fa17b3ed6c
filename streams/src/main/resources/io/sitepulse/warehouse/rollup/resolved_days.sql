-- Write: up to when were the raw events of these days seen when they were resolved? They are all there by now.
INSERT INTO sitepulse.resolved_days (site, day, resolved)
SELECT :site, toDate(:from) + number, toDateTime64(:version, 6, 'UTC')
FROM numbers(toUInt64(dateDiff('day', toDate(:from), toDate(:to)) + 1))
