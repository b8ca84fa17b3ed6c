-- Write: what happened? One row an event; of several deliveries the first wins.
INSERT INTO sitepulse.page_views
    (site, day, id, kind, visitor, at, received, page, title, referrer, language, device, browser, system, bot, view, engaged_ms, kafka_partition, kafka_offset, precedence, country)
VALUES
    (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
