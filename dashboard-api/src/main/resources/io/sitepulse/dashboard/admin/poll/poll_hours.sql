-- How did a poll stand at the end of each hour in which it changed?
SELECT hour, ballots, participants
FROM sitepulse.poll_hours FINAL
WHERE poll = :poll
ORDER BY hour
