-- Write: how many were online at most in a minute? The maximum wins.
INSERT INTO sitepulse.site_online
    (site, minute, peak)
VALUES
    (?, ?, ?)
