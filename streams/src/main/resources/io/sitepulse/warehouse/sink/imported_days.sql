-- Write: what was counted elsewhere? The highest version wins.
INSERT INTO sitepulse.imported_days
    (site, day, views, visits, visitors, engaged_ms, received, counted_views, counted_heartbeats, duplicates, bots, rejected, merged_visits, raw, source, entered_by, version)
VALUES
    (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
