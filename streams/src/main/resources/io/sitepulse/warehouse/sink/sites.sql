-- Write: how is a site defined? The highest version wins.
INSERT INTO sitepulse.sites
    (id, name, zone, baseline_views, baseline_visits, baseline_visitors, archived, definition, version)
VALUES
    (?, ?, ?, ?, ?, ?, ?, ?, ?)
