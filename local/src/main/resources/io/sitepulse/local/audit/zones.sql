-- In which time zones do the sites live?
SELECT DISTINCT zone
FROM sitepulse.sites FINAL
WHERE zone != '' AND (:site = '' OR id = :site)
