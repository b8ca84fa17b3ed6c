-- Do these days have resolved events that are at least an hour older than the noted version?
SELECT count() > 0 AS superseded
FROM sitepulse.resolved_events
WHERE site IN :sites AND day BETWEEN :from AND :to AND version < toDateTime64(:version, 6, 'UTC') - INTERVAL 1 HOUR
