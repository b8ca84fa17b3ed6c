-- Write: which days have new raw events? ClickHouse says when.
INSERT INTO sitepulse.touched_days
    (site, day)
VALUES
    (?, ?)
