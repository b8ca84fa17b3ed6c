-- Which campaign led to the page? '' where the link had no such tag, and for events of before these columns.
ALTER TABLE sitepulse.page_views
    ADD COLUMN IF NOT EXISTS campaign String DEFAULT '' CODEC(ZSTD),
    ADD COLUMN IF NOT EXISTS campaign_source LowCardinality(String) DEFAULT '',
    ADD COLUMN IF NOT EXISTS campaign_medium LowCardinality(String) DEFAULT '',
    ADD COLUMN IF NOT EXISTS campaign_term String DEFAULT '' CODEC(ZSTD),
    ADD COLUMN IF NOT EXISTS campaign_content String DEFAULT '' CODEC(ZSTD);

-- Of a visit's first view that has tags.
ALTER TABLE sitepulse.resolved_events
    ADD COLUMN IF NOT EXISTS visit_campaign String DEFAULT '' CODEC(ZSTD),
    ADD COLUMN IF NOT EXISTS visit_campaign_source LowCardinality(String) DEFAULT '',
    ADD COLUMN IF NOT EXISTS visit_campaign_medium LowCardinality(String) DEFAULT '',
    ADD COLUMN IF NOT EXISTS visit_campaign_term String DEFAULT '' CODEC(ZSTD),
    ADD COLUMN IF NOT EXISTS visit_campaign_content String DEFAULT '' CODEC(ZSTD);

-- Sources have names instead of hosts from now on. So all days that have raw events are touched once, which rolls them
-- up and resolves them again. Run twice, it only touches them again: IF NOT EXISTS has no meaning here.
INSERT INTO sitepulse.touched_days (site, day)
SELECT DISTINCT site, day FROM sitepulse.page_views;
