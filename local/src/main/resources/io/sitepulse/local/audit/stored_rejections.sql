-- How many rejected events are stored for each site, day and reason?
SELECT subject, day, reason, count() AS rejected
FROM sitepulse.rejected_events FINAL
WHERE topic = :topic AND (:site = '' OR subject = :site) AND day BETWEEN :from AND :to
GROUP BY subject, day, reason
ORDER BY subject, day, reason
