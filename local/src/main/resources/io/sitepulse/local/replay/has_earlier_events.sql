-- Was a log replayed for this site more than so many hours ago? Ids of log lines are UUIDs of version 5.
SELECT count()
FROM
(
    SELECT 1
    FROM sitepulse.page_views
    WHERE site = :site
      AND received < now64(3) - toIntervalHour(:hours)
      AND substring(toString(id), 15, 1) = '5'
    LIMIT 1
)
