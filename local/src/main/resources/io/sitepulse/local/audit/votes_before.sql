-- How many votes of each poll came before an instant?
SELECT poll AS subject, count() AS votes
FROM sitepulse.poll_votes FINAL
WHERE (:site = '' OR poll IN (SELECT id FROM sitepulse.polls FINAL WHERE site = :site))
    AND at < fromUnixTimestamp64Milli(toInt64(:end))
GROUP BY poll
ORDER BY poll
