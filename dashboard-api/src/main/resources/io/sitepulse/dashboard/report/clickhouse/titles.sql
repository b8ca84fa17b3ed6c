-- What are the latest titles of some pages? Of titles of the same day, that of the last site id is used.
SELECT value, argMaxIf(rolled.title, (title_day, site), is_now AND rolled.title != '') AS latest
FROM
(
    -- include rollup_rows.sql
) AS rolled
WHERE value IN (<values>)
GROUP BY value
SETTINGS do_not_merge_across_partitions_select_final = 1
