-- Resolve: which raw events of a site's days count, and of which visits are they?
INSERT INTO sitepulse.resolved_events
    (site, day, version, number, kind, visitor, visit, at, hour, page, title, entry, visit_source, device, browser,
    system, country, language, visit_device, visit_browser, visit_system, visit_country, visit_language, bot, engaged_ms)
SELECT
    site,
    day,
    toDateTime64(:version, 6, 'UTC'),
    row_number() OVER (PARTITION BY day ORDER BY visitor, visit, kind DESC, at, id),
    kind,
    visitor,
    visit,
    at,
    hour,
    page,
    title,
    entry,
    visit_source,
    device,
    browser,
    system,
    country,
    language,
    visit_device,
    visit_browser,
    visit_system,
    visit_country,
    visit_language,
    bot,
    engaged_ms
FROM
(
    -- include /io/sitepulse/contract/clickhouse/resolved.sql
) AS events
