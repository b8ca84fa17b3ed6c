-- Write: what are the totals of each page, source, device and other dimension value on these days? They are
-- recomputed from the raw events alone. A value that has disappeared gets zeros, so that all rows of a day have the
-- same version. The insert is a single block, so the rows of a day become visible together.
INSERT INTO sitepulse.dimension_days
    (site, day, dimension, value, title, views, visits, visitors, engaged_ms, version)
WITH
    computed AS
    (
        SELECT
            day,
            attribute.1 AS dimension,
            attribute.2 AS value,
            argMaxIf(title, (at, title), dimension = 'page' AND kind = 'view' AND title != '') AS title,
            countIf(kind = 'view') AS views,
            if(dimension = 'hour', countIf(starts_visit), uniqExactIf((visitor, visit), kind = 'view' AND visit > 0))
                AS visits,
            uniqExactIf(visitor, kind = 'view' AND visitor != 0) AS visitors,
            if(dimension = 'bot', 0, sum(events.engaged_ms)) AS engaged_ms
        FROM
        (
            -- include /io/sitepulse/clickhouse/visits.sql
        ) AS events
        ARRAY JOIN
            multiIf(
                bot != '', [('bot', bot)],
                arrayConcat(
                    [
                        ('page', page),
                        ('source', visit_source),
                        ('device', device),
                        ('browser', browser),
                        ('system', system),
                        ('country', country),
                        ('language', language),
                        ('hour', leftPad(toString(hour), 2, '0'))
                    ],
                    if(visit > 0, [('entry', entry)], []),
                    arrayFilter(
                        tag -> tag.2 != '',
                        [
                            ('campaign', visit_campaign),
                            ('campaignSource', visit_campaign_source),
                            ('campaignMedium', visit_campaign_medium),
                            ('campaignTerm', visit_campaign_term),
                            ('campaignContent', visit_campaign_content)
                        ]))) AS attribute
        GROUP BY day, dimension, value
    ),
    known AS
    (
        SELECT day, dimension, value
        FROM sitepulse.dimension_days FINAL
        WHERE site = :site AND day BETWEEN :from AND :to AND (views > 0 OR engaged_ms > 0)
    )
SELECT
    :site,
    day,
    dimension,
    value,
    max(title),
    sum(views),
    sum(visits),
    sum(visitors),
    sum(engaged_ms),
    toDateTime64(:version, 6, 'UTC')
FROM
(
    SELECT day, dimension, value, title, views, visits, visitors, engaged_ms FROM computed
    UNION ALL
    SELECT day, dimension, value, '', 0, 0, 0, 0 FROM known
)
GROUP BY day, dimension, value
