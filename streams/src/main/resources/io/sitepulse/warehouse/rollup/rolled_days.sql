-- Write: up to which time were the raw events read that these days' rollups contain? All rows of the rollups are
-- written by now.
INSERT INTO sitepulse.rolled_days (site, day, rolled, written)
SELECT arrayJoin(:sites), toDate(:from) + number, toDateTime64(:version, 6, 'UTC'), now64(6, 'UTC')
FROM numbers(toUInt64(dateDiff('day', toDate(:from), toDate(:to)) + 1))
