-- Write: which of these days have rollups by a spelling of a page that is not its normal form? They are stale.
INSERT INTO sitepulse.touched_days (site, day)
SELECT DISTINCT :site, day
FROM sitepulse.dimension_days FINAL
WHERE site = :site
    AND dimension IN ('page', 'entry')
    AND day BETWEEN :from AND :to
    AND (views > 0 OR engaged_ms > 0)
    AND value IN (SELECT spelling FROM sitepulse.page_spellings WHERE site = :site)
