-- Write: what was accepted and not counted, and why?
INSERT INTO sitepulse.rejected_events
    (id, topic, subject, day, reason, received, event)
VALUES
    (?, ?, ?, ?, ?, ?, ?)
