-- What do the raw events add up to for each site and day? Counters, ledger and rejections are not used:
-- every receipt is classified again. Times are milliseconds.
--
-- The deliveries of an id are received at most a day apart, and an event happens at most a day before it is
-- received. So the days before and after are read as well.
WITH
    86400000 AS a_day,
    300000 AS clock_tolerance,
    1800000 AS visit_gap,
    receipts AS
    (
        SELECT
            site,
            day,
            id,
            toUnixTimestamp64Milli(at) AS happened,
            toUnixTimestamp64Milli(received) AS came,
            came > toUnixTimestamp64Milli(kafka_time) + a_day AS implausible,
            kafka_partition,
            kafka_offset,
            kafka_index
        FROM sitepulse.page_view_receipts FINAL
        WHERE (:site = '' OR site = :site) AND day BETWEEN toDate(:from) - 3 AND toDate(:to) + 3
    ),
    deliveries AS
    (
        SELECT
            site,
            day,
            id,
            happened,
            came,
            implausible,
            max(if(implausible, 0, came)) OVER
            (
                PARTITION BY site, id ORDER BY kafka_partition, kafka_offset, kafka_index
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
            ) AS last_received
        FROM receipts
    ),
    classified AS
    (
        SELECT
            site,
            day,
            id,
            happened,
            toDate(fromUnixTimestamp64Milli(happened, 'UTC')) AS utc_day,
            multiIf(
                implausible, 'from-the-future',
                last_received > 0 AND abs(came - last_received) <= a_day, 'duplicate',
                happened < came - a_day, 'too-old',
                happened > came + clock_tolerance, 'from-the-future',
                day < utc_day - 1, 'too-old',
                day > utc_day + 1, 'from-the-future',
                'countable') AS outcome
        FROM deliveries
        WHERE day BETWEEN :from AND :to
    ),
    events AS
    (
        SELECT
            classified.site AS site,
            classified.day AS day,
            classified.happened AS happened,
            if(raw.bot = '', raw.visitor, 0) AS visitor,
            raw.engaged_ms AS engaged_ms,
            if(classified.outcome = 'countable', if(raw.bot = '', raw.kind, 'bot'), classified.outcome)
                AS outcome
        FROM classified
        LEFT JOIN
        (
            SELECT site, day, id, kind, visitor, bot, engaged_ms
            FROM sitepulse.page_views FINAL
            WHERE (:site = '' OR site = :site) AND day BETWEEN :from AND :to
        ) AS raw
        ON raw.site = classified.site AND raw.day = classified.day AND raw.id = classified.id
    ),
    visitor_days AS
    (
        SELECT
            site,
            day,
            visitor,
            count() AS received,
            countIf(outcome = 'view') AS views,
            countIf(outcome = 'heartbeat') AS heartbeats,
            countIf(outcome = 'duplicate') AS duplicates,
            countIf(outcome = 'bot') AS bots,
            countIf(outcome = 'too-old') AS too_old,
            countIf(outcome = 'from-the-future') AS from_the_future,
            sumIf(events.engaged_ms, outcome IN ('view', 'heartbeat')) AS engaged_ms,
            arraySort(groupArrayIf(happened, outcome = 'view' AND visitor != 0)) AS times
        FROM events
        GROUP BY site, day, visitor
    )
SELECT
    site AS subject,
    day,
    sum(visitor_days.views) AS views,
    sum(if(empty(times), 0, 1 + arrayCount(gap -> gap > visit_gap, arrayDifference(times))))
        AS visits,
    countIf(notEmpty(times)) AS visitors,
    sum(visitor_days.engaged_ms) AS engaged_ms,
    sum(visitor_days.received) AS received,
    sum(visitor_days.views) AS counted_views,
    sum(visitor_days.heartbeats) AS counted_heartbeats,
    sum(visitor_days.duplicates) AS duplicates,
    sum(visitor_days.bots) AS bots,
    mapFilter((reason, count) -> count > 0, map(
        'too-old', sum(visitor_days.too_old),
        'from-the-future', sum(visitor_days.from_the_future))) AS rejected
FROM visitor_days
GROUP BY site, day
ORDER BY site, day
-- A day of a large site has more events than the memory of a small ClickHouse can hold.
SETTINGS
    join_algorithm = 'full_sorting_merge',
    max_bytes_before_external_sort = 200000000,
    max_bytes_before_external_group_by = 200000000
