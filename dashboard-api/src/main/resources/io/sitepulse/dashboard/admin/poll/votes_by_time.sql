-- How many ballots of a poll, first and changed ones, came in each part of the time from the first to the last one, and
-- how many in the busiest minute of each? The parts are as short as leaves no more of them than asked for.
WITH
    arrayFirst(
        seconds -> intDiv(last + :offset, seconds) - intDiv(first + :offset, seconds) < :parts, [<lengths>]
    ) AS length
SELECT
    length,
    intDiv(minute + :offset, length) * length - :offset AS begin,
    sum(ballots) AS votes,
    max(ballots) AS peak
FROM
(
    SELECT minute, ballots, min(minute) OVER () AS first, max(minute) OVER () AS last
    FROM
    (
        SELECT toInt64(toUnixTimestamp(toStartOfMinute(at))) AS minute, count() AS ballots
        FROM sitepulse.poll_votes FINAL
        WHERE poll = :poll
            AND replaces = toUUID('00000000-0000-0000-0000-000000000000')
            AND concat(:topic, '-', toString(kafka_partition), '-', toString(kafka_offset)) NOT IN (
                SELECT id FROM sitepulse.rejected_events FINAL WHERE topic = :topic AND subject = :poll
            )
        GROUP BY minute
    )
)
GROUP BY length, begin
ORDER BY begin
