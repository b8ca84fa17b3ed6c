-- What are the sums of the visits that match the filters, by <key>: `site`, `day`, or `hour` of a single day?
-- A visit belongs to the hour of its first matching view.
SELECT
    <key>,
    countIf(kind = 'view') AS views,
    countIf(counts_visit) AS visits,
    uniqExactIf((site, day, visitor), kind = 'view' AND visitor != 0) AS visitors,
    sum(events.engaged_ms) AS engaged_ms
FROM
(
    -- include filtered.sql
) AS events
GROUP BY <key>
