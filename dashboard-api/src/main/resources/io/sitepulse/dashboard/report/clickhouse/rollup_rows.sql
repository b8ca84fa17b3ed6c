-- What do the rollups of some sites say of a dimension, on the days asked for and on those compared? A row a value and
-- day, or month of those from :months_from to :months_to (and :before_months_…), whose sums are there. Ranges whose
-- end is before their beginning are none. Of both ranges may be the same day.
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
