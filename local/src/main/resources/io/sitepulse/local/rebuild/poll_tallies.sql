SELECT poll, toJSONString(ballots) AS ballots, participants
FROM sitepulse.poll_tallies FINAL
ORDER BY poll
