-- Write: how is a poll defined? The highest version wins.
INSERT INTO sitepulse.polls
    (id, site, question, definition, version)
VALUES
    (?, ?, ?, ?, ?)
