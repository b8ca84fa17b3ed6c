-- Are there events of a site's days that were resolved so long ago before the latest time that nobody reads them?
SELECT count() > 0 AS superseded
FROM sitepulse.resolved_events
WHERE site = :site AND day BETWEEN :from AND :to AND version < toDateTime64(:version, 6, 'UTC') - INTERVAL 1 HOUR
