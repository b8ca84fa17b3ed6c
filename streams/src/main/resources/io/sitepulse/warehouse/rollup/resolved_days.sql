-- Write: up to which time were the raw events of these days read when they were resolved? All resolved events of
-- the days are written by now.
INSERT INTO sitepulse.resolved_days (site, day, resolved)
SELECT arrayJoin(:sites), toDate(:from) + number, toDateTime64(:version, 6, 'UTC')
FROM numbers(toUInt64(dateDiff('day', toDate(:from), toDate(:to)) + 1))
