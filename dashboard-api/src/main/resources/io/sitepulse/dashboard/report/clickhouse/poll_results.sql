-- How did polls stand at the end of the last hour that began before an instant?
SELECT poll, argMax(poll_hours.participants, hour) AS participants, argMax(poll_hours.ballots, hour) AS ballots
FROM sitepulse.poll_hours FINAL
WHERE poll IN (<polls>) AND hour < fromUnixTimestamp64Milli(:before)
GROUP BY poll
