-- Write: which targets are there? The highest version wins.
INSERT INTO sitepulse.targets
    (id, scope, metric, period, value, definition, version)
VALUES
    (?, ?, ?, ?, ?, ?, ?)
