-- Write: who changed what? Written twice it is the same.
INSERT INTO sitepulse.changes
    (id, at, actor, actor_name, action, subject, before, after)
VALUES
    (?, ?, ?, ?, ?, ?, ?, ?)
