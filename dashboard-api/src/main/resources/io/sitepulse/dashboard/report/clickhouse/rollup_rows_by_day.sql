-- Which day rollup rows does a dimension have on the requested and the compared days?
-- Like rollup_rows.sql, without the days that it reads as months.
SELECT
    site,
    value,
    title,
    day AS title_day,
    views,
    visits,
    visitors,
    engaged_ms,
    (day BETWEEN :from AND :to AND NOT day BETWEEN :months_from AND :months_to) AS is_now,
    (day BETWEEN :before_from AND :before_to AND NOT day BETWEEN :before_months_from AND :before_months_to) AS is_before
FROM sitepulse.dimension_days FINAL
WHERE site IN (<sites>) AND dimension = :dimension AND (is_now OR is_before)
