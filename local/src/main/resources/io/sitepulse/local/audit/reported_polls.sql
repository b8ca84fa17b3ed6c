-- What does the tally report for each poll?
SELECT poll AS subject, ballots, participants, first_ballots, changes, rejected
FROM sitepulse.poll_tallies FINAL
WHERE :site = '' OR poll IN (SELECT id FROM sitepulse.polls FINAL WHERE site = :site)
ORDER BY poll
