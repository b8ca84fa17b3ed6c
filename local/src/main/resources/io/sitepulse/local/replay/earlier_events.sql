-- Which of these events of a site were stored more than so many hours ago?
SELECT DISTINCT id
FROM sitepulse.page_views
WHERE site = :site
  AND received < now64(3) - toIntervalHour(:hours)
  AND id IN (SELECT toUUID(arrayJoin(splitByChar(',', :ids))))
