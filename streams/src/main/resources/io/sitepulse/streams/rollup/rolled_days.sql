-- Write: up to when were the raw events seen of which these days' rollups are made?
INSERT INTO sitepulse.rolled_days (site, day, rolled)
SELECT :site, toDate(:from) + number, toDateTime64(:version, 6, 'UTC')
FROM numbers(toUInt64(dateDiff('day', toDate(:from), toDate(:to)) + 1))
