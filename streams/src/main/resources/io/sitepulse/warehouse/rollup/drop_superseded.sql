-- Delete: those. A report that began before the latest time was noted may still be reading what was before it.
DELETE FROM sitepulse.resolved_events
WHERE site = :site AND day BETWEEN :from AND :to AND version < toDateTime64(:version, 6, 'UTC') - INTERVAL 1 HOUR
