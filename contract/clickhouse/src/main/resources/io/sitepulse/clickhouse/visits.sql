-- Which events of the days of some sites count, and to which visit does each belong?
--
-- One row for each counted event. Events of robots are included for the reports of robots. Filter by bot = ''
-- where visitors are meant. Sums of these rows are those of site_days: views = countIf(kind = 'view'), visits =
-- countIf(starts_visit), visitors = uniqExact of (day, visitor) where starts_visit, all with bot = ''.
--
-- :sites (ids of sites of one time zone), :from, :to (local days, both included), :zone (its name), :own_hosts
-- ("site|host" of Site.hosts), :source_keys and :source_names (SourceNames).
-- visit: 0 without a visitor or of a robot, otherwise 1, 2, ... of its visitor and day. A heartbeat belongs to
-- the visit of the last view before it, or to the first one. source: host of the referrer, '' for none and for the site's
-- own; visit_source and entry: source and page of the visit's first view, which is the one with starts_visit;
-- where there is no visit, the event's own source, and ''.
--
-- page: the normal form of the page, also of spellings that earlier versions stored.
--
-- Events are classified as in ViewRules of streams, over receipts. The deliveries of an id are received at most a
-- day apart, and an event happens at most a day before it is received. So the days before and after are read as
-- well.
WITH
    86400000 AS a_day,
    300000 AS clock_tolerance,
    1800000 AS visit_gap,
    :source_keys AS source_keys,
    :source_names AS source_names,
    deliveries AS
    (
        SELECT
            site,
            day,
            id,
            toUnixTimestamp64Milli(at) AS happened,
            toUnixTimestamp64Milli(received) AS came,
            came > toUnixTimestamp64Milli(kafka_time) + a_day AS implausible,
            max(if(implausible, 0, came)) OVER
            (
                PARTITION BY site, id ORDER BY kafka_partition, kafka_offset, kafka_index
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
            ) AS last_came
        FROM sitepulse.page_view_receipts FINAL
        WHERE site IN :sites AND day BETWEEN toDate(:from) - 3 AND toDate(:to) + 3
    ),
    countable AS
    (
        SELECT site, day, id, happened, toDate(fromUnixTimestamp64Milli(happened, 'UTC')) AS utc_day
        FROM deliveries
        WHERE day BETWEEN :from AND :to
            AND NOT implausible
            AND NOT (last_came > 0 AND abs(came - last_came) <= a_day)
            AND happened BETWEEN came - a_day AND came + clock_tolerance
            AND day BETWEEN utc_day - 1 AND utc_day + 1
    ),
    events AS
    (
        SELECT
            raw.site AS site,
            raw.day AS day,
            raw.id AS id,
            raw.kind AS kind,
            if(raw.bot = '', raw.visitor, 0) AS visitor,
            countable.happened AS happened,
            raw.received AS received,
            if(normal.page = '', raw.page, normal.page) AS page,
            raw.title AS title,
            lower(trim(TRAILING '.' FROM splitByChar('/', raw.referrer)[1])) AS host,
            if(startsWith(host, 'www.'), substring(host, 5), host) AS bare_host,
            splitByChar('.', bare_host) AS labels,
            concat(if(labels[-2] IN ('com', 'co'), labels[-3], labels[-2]), '.*') AS brand,
            arrayFirst(
                name -> name != '',
                [
                    transform(bare_host, source_keys, source_names, ''),
                    transform(substringIndex(bare_host, '.', -3), source_keys, source_names, ''),
                    transform(substringIndex(bare_host, '.', -2), source_keys, source_names, ''),
                    transform(brand, source_keys, source_names, ''),
                    transform(concat(substringIndex(bare_host, '.', 3), '.*'), source_keys, source_names, ''),
                    transform(concat(substringIndex(bare_host, '.', 2), '.*'), source_keys, source_names, ''),
                    bare_host
                ]) AS source_name,
            if(
                concat(raw.site, '|', bare_host) IN :own_hosts OR bare_host IN ('http', 'https'),
                '',
                source_name) AS source,
            (
                raw.campaign, raw.campaign_source, raw.campaign_medium, raw.campaign_term, raw.campaign_content
            ) AS tags,
            raw.device AS device,
            raw.browser AS browser,
            raw.system AS system,
            raw.country AS country,
            raw.language AS language,
            raw.bot AS bot,
            raw.engaged_ms AS engaged_ms
        FROM
        (
            SELECT *
            FROM sitepulse.page_views FINAL
            WHERE site IN :sites AND day BETWEEN :from AND :to
        ) AS raw
        INNER JOIN countable ON countable.site = raw.site AND countable.day = raw.day AND countable.id = raw.id
        LEFT JOIN
        (
            SELECT site, spelling, any(known.page) AS page
            FROM sitepulse.page_spellings AS known
            WHERE site IN :sites
            GROUP BY site, spelling
        ) AS normal
        ON normal.site = raw.site AND normal.spelling = raw.page
    ),
    spaced AS
    (
        SELECT
            *,
            max(if(kind = 'view', happened, 0)) OVER
            (
                PARTITION BY site, day, visitor ORDER BY happened, kind DESC, id
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
            ) AS last_view,
            visitor != 0 AND kind = 'view' AND (last_view = 0 OR happened - last_view > visit_gap)
                AS starts
        FROM events
    ),
    numbered AS
    (
        SELECT
            *,
            greatest(1, sum(starts) OVER
            (
                PARTITION BY site, day, visitor ORDER BY happened, kind DESC, id
                ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
            )) AS number
        FROM spaced
    ),
    visits AS
    (
        SELECT
            *,
            max(starts) OVER (PARTITION BY site, day, visitor, number) AS has_view,
            anyIf(source, starts) OVER (PARTITION BY site, day, visitor, number) AS first_source,
            anyIf(page, starts) OVER (PARTITION BY site, day, visitor, number) AS first_page,
            argMinIf(tags, (happened, id), kind = 'view' AND tags != ('', '', '', '', ''))
                OVER (PARTITION BY site, day, visitor, number) AS first_tags,
            if(has_view, first_tags, tags) AS visit_tags
        FROM numbered
    )
SELECT
    site,
    day,
    id,
    kind,
    visitor,
    fromUnixTimestamp64Milli(happened, 'UTC') AS at,
    received,
    toHour(at, :zone) AS hour,
    page,
    title,
    source,
    device,
    browser,
    system,
    country,
    language,
    engaged_ms,
    if(has_view, number, 0) AS visit,
    if(has_view, first_source, source) AS visit_source,
    if(has_view, first_page, '') AS entry,
    visit_tags.1 AS visit_campaign,
    visit_tags.2 AS visit_campaign_source,
    visit_tags.3 AS visit_campaign_medium,
    visit_tags.4 AS visit_campaign_term,
    visit_tags.5 AS visit_campaign_content,
    starts AS starts_visit,
    bot
FROM visits
