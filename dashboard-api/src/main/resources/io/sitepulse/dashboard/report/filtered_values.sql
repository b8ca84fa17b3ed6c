-- What was counted of the visits that some filters let through, by the values of a dimension?
SELECT
    multiIf(
        :dimension = 'page', page,
        :dimension = 'entry', entry,
        :dimension = 'source', visit_source,
        :dimension = 'device', device,
        :dimension = 'browser', browser,
        :dimension = 'system', system,
        :dimension = 'country', country,
        :dimension = 'language', language,
        bot) AS value,
    argMaxIf(events.title, (at, id), :dimension = 'page' AND kind = 'view' AND events.title != '') AS title,
    countIf(kind = 'view') AS views,
    uniqExactIf((day, visitor, visit), kind = 'view' AND visit > 0) AS visits,
    uniqExactIf((day, visitor), kind = 'view' AND visitor != 0) AS visitors,
    if(:robots, 0, sum(events.engaged_ms)) AS engaged_ms
FROM
(
    -- include filtered.sql
) AS events
WHERE :dimension != 'entry' OR visit > 0
GROUP BY value
HAVING views > 0 OR engaged_ms > 0
ORDER BY views DESC, value
LIMIT 100000
