SELECT toUnixTimestamp64Milli(received) AS received, event
FROM sitepulse.rejected_events FINAL
WHERE topic = :topic AND reason = 'unreadable' AND subject != '' AND day > toDate(0)
ORDER BY rejected_events.received, id
