-- Delete: which resolved events are at least an hour older than the noted version? The hour is for reports that
-- started before the version was noted. They may still be reading the older rows.
DELETE FROM sitepulse.resolved_events
WHERE site IN :sites AND day BETWEEN :from AND :to AND version < toDateTime64(:version, 6, 'UTC') - INTERVAL 1 HOUR
