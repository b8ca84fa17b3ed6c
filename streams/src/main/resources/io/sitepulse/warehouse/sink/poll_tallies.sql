-- Write: how does a poll stand? The highest version wins.
INSERT INTO sitepulse.poll_tallies
    (poll, ballots, participants, received, first_ballots, changes, duplicates, rejected, as_of, version)
VALUES
    (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
