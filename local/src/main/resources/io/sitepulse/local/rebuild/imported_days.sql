SELECT
    site, toString(day) AS date, views, visits, visitors, engaged_ms, received, counted_views, counted_heartbeats,
    duplicates, bots, toJSONString(rejected) AS rejected, merged_visits, raw, source, entered_by
FROM sitepulse.imported_days FINAL
WHERE source != ''
ORDER BY version
