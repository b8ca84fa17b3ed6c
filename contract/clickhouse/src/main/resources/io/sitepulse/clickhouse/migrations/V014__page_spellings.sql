-- Which pages stand in raw events in another spelling than their normal form (PagePath)? Events of earlier versions
-- keep what was sent. visits.sql reads them by the normal form.
CREATE TABLE IF NOT EXISTS sitepulse.page_spellings
(
    site LowCardinality(String),
    spelling String,
    page String
)
ENGINE = ReplacingMergeTree
ORDER BY (site, spelling);

-- Up to when were the pages of a month's raw events compared with their normal form?
CREATE TABLE IF NOT EXISTS sitepulse.checked_pages
(
    site LowCardinality(String),
    month Date,
    checked DateTime64(6, 'UTC')
)
ENGINE = ReplacingMergeTree(checked)
ORDER BY (site, month);
