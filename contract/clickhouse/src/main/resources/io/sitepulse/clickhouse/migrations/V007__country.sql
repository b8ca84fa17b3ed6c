-- Where was the address? ISO 3166-1 alpha-2, '' where it is not known.
ALTER TABLE sitepulse.page_views ADD COLUMN IF NOT EXISTS country LowCardinality(String) DEFAULT '';
