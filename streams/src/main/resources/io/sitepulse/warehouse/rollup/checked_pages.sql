-- Write: up to which time were the pages of this month compared with their normal form?
INSERT INTO sitepulse.checked_pages (site, month, checked)
SELECT :site, toDate(:from), toDateTime64(:version, 6, 'UTC')
