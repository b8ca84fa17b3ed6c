-- Which versions of the script do the pages of a site run? scripts: requests with accepted events by version, '' where
-- the page sent none and '*' for others. The number of a version is exact only where it has just doubled.
ALTER TABLE sitepulse.collector_faults
    ADD COLUMN IF NOT EXISTS scripts Map(String, UInt64) AFTER untrusted_proxies;
