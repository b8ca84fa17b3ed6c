-- Write: what are the totals of each page, source, device and other dimension value on these days? They are
-- recomputed from the raw events alone. A value that has disappeared gets zeros, so that all rows of a day have the
-- same version. The insert is a single block, so the rows of a day become visible together.
--
-- :max_values: limit of values of a dimension on a site's day. Those received first are kept, so later events change
-- no row but that of :other, which has the sums of the rest.
INSERT INTO sitepulse.dimension_days
    (site, day, dimension, value, title, views, visits, visitors, engaged_ms, version)
WITH
    counted AS
    (
        SELECT
            site,
            day,
            attribute.1 AS dimension,
            attribute.2 AS value,
            min((received, id)) AS first,
            argMaxIfState(title, (at, title), dimension = 'page' AND kind = 'view' AND title != '') AS title_state,
            countIf(kind = 'view') AS views,
            countIf(starts_visit) AS begun,
            uniqExactIfState((visitor, visit), kind = 'view' AND visit > 0) AS visit_state,
            uniqExactIfState(visitor, kind = 'view' AND visitor != 0) AS visitor_state,
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
        GROUP BY site, day, dimension, value
    ),
    numbered AS
    (
        SELECT *, row_number() OVER (PARTITION BY site, day, dimension ORDER BY first) AS number
        FROM counted
    ),
    computed AS
    (
        SELECT
            site,
            day,
            dimension,
            if(number > :max_values, :other, value) AS kept,
            if(kept = :other, '', argMaxIfMerge(title_state)) AS title,
            sum(numbered.views) AS views,
            if(dimension = 'hour', sum(begun), uniqExactIfMerge(visit_state)) AS visits,
            uniqExactIfMerge(visitor_state) AS visitors,
            sum(numbered.engaged_ms) AS engaged_ms
        FROM numbered
        GROUP BY site, day, dimension, kept
    ),
    known AS
    (
        SELECT site, day, dimension, value
        FROM sitepulse.dimension_days FINAL
        WHERE site IN :sites AND day BETWEEN :from AND :to AND (views > 0 OR engaged_ms > 0)
    )
SELECT
    site,
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
    SELECT site, day, dimension, kept AS value, title, views, visits, visitors, engaged_ms FROM computed
    UNION ALL
    SELECT site, day, dimension, value, '', 0, 0, 0, 0 FROM known
)
GROUP BY site, day, dimension, value
