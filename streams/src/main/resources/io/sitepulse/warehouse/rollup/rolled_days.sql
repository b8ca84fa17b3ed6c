-- Write: up to when were the raw events seen of which these days' rollups are made? They are all there by now.
INSERT INTO sitepulse.rolled_days (site, day, rolled, written)
SELECT :site, toDate(:from) + number, toDateTime64(:version, 6, 'UTC'), now64(6, 'UTC')
FROM numbers(toUInt64(dateDiff('day', toDate(:from), toDate(:to)) + 1))
