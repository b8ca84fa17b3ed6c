-- Write: which groups are there? The highest version wins.
INSERT INTO sitepulse.groups
    (id, name, definition, version)
VALUES
    (?, ?, ?, ?)
