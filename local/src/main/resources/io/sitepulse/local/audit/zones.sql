-- Which time zones do the sites have?
SELECT DISTINCT zone
FROM sitepulse.sites FINAL
WHERE zone != '' AND (:site = '' OR id = :site)
