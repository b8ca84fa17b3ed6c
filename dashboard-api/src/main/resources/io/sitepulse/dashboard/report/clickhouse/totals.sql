-- What are the sums of several sites over the days of a dimension?
-- Every event and every visitor of a day has exactly one device, so a sum over devices counts nothing twice.
SELECT
    sumIf(rolled.views, is_now) AS views,
    sumIf(rolled.visits, is_now) AS visits,
    sumIf(rolled.visitors, is_now) AS visitors,
    sumIf(rolled.engaged_ms, is_now) AS engaged_ms
FROM
(
    -- include rollup_rows.sql
) AS rolled
SETTINGS do_not_merge_across_partitions_select_final = 1
