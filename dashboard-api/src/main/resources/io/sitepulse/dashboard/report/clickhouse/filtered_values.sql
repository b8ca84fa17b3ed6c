-- What are the sums of the visits that match the filters, by value of a dimension?
-- title_day: the day the title was last seen, title_site: the last site of that day.
WITH :dimension = 'page' AND kind = 'view' AND events.title != '' AS is_titled
SELECT
    multiIf(
        :dimension = 'page', page,
        :dimension = 'entry', entry,
        :dimension = 'source', visit_source,
        :dimension = 'campaign', visit_campaign,
        :dimension = 'campaignSource', visit_campaign_source,
        :dimension = 'campaignMedium', visit_campaign_medium,
        :dimension = 'campaignContent', visit_campaign_content,
        :dimension = 'campaignTerm', visit_campaign_term,
        :dimension = 'device', device,
        :dimension = 'browser', browser,
        :dimension = 'system', system,
        :dimension = 'country', country,
        :dimension = 'language', language,
        bot) AS value,
    argMaxIf(events.title, (day, site, at, events.title), is_titled) AS title,
    maxIf(day, is_titled) AS title_day,
    argMaxIf(site, (day, site), is_titled) AS title_site,
    countIf(kind = 'view') AS views,
    uniqExactIf((site, day, visitor, visit), kind = 'view' AND visit > 0) AS visits,
    uniqExactIf((site, day, visitor), kind = 'view' AND visitor != 0) AS visitors,
    if(:robots, 0, sum(events.engaged_ms)) AS engaged_ms
FROM
(
    -- include filtered.sql
) AS events
WHERE (:dimension != 'entry' OR visit > 0) AND (value != '' OR NOT startsWith(:dimension, 'campaign'))
GROUP BY value
HAVING views > 0 OR engaged_ms > 0
ORDER BY views DESC, value
LIMIT 100000
