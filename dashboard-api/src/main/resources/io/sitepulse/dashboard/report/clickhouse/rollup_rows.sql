-- Which rollup rows does a dimension have on the requested and the compared days?
-- One row for each value and day, or month for those from :months_from to :months_to and :before_months_from to
-- …_to. A range that ends before it begins is empty. A day may be in both ranges.
-- include rollup_rows_by_day.sql
UNION ALL
SELECT
    site,
    value,
    title,
    title_day,
    views,
    visits,
    visitors,
    engaged_ms,
    month BETWEEN :months_from AND :months_to AS is_now,
    month BETWEEN :before_months_from AND :before_months_to AS is_before
FROM sitepulse.dimension_months FINAL
WHERE site IN (<sites>) AND dimension = :dimension AND (is_now OR is_before)
