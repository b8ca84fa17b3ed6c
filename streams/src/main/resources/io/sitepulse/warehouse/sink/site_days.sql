-- Write: what do counters and ledger say of a site and day? The highest version wins.
INSERT INTO sitepulse.site_days
    (site, day, views, visits, visitors, engaged_ms, received, counted_views, counted_heartbeats, duplicates, bots, rejected, merged_visits, as_of, version)
VALUES
    (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
