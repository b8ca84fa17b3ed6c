-- Write: how did a poll stand at the end of each hour? The highest version wins.
INSERT INTO sitepulse.poll_hours
    (poll, hour, ballots, participants, version)
VALUES
    (?, ?, ?, ?, ?)
