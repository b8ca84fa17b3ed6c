-- How many rejected votes are stored for each poll and reason?
SELECT subject, CAST(NULL AS Nullable(Date)) AS day, reason, count() AS rejected
FROM sitepulse.rejected_events FINAL
WHERE topic = :topic
    AND subject != ''
    AND (:site = '' OR subject IN (SELECT id FROM sitepulse.polls FINAL WHERE site = :site))
GROUP BY subject, reason
ORDER BY subject, reason
