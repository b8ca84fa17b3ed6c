-- How many visitors were online at most on a site, and in which minute first?
SELECT
    max(tuple(toUInt64(peak), -toInt64(toUnixTimestamp(minute)))) AS top,
    tupleElement(top, 1) AS most,
    -tupleElement(top, 2) AS second
FROM sitepulse.site_online
WHERE site = :site AND minute >= toDateTime(:from, 'UTC') AND minute < toDateTime(:to, 'UTC')
