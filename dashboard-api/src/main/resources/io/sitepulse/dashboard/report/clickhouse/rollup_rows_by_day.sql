-- What do the rollups of some sites say of a dimension on days? As rollup_rows.sql, of those days that it does not ask as
-- months.
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
