SELECT
    site, toString(day) AS date, views, visits, visitors, engaged_ms, received, counted_heartbeats, duplicates, bots,
    toJSONString(rejected) AS rejected
FROM sitepulse.site_days FINAL
