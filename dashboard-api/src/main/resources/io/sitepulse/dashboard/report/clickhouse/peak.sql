-- What is the largest number of visitors online at once, and when was it first reached?
SELECT
    max(tuple(toUInt64(peak), -toInt64(toUnixTimestamp(minute)))) AS top,
    tupleElement(top, 1) AS most,
    -tupleElement(top, 2) AS second
FROM sitepulse.site_online
WHERE site = :site AND minute >= toDateTime(:from, 'UTC') AND minute < toDateTime(:to, 'UTC')
