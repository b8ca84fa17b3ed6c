-- Write: the days whose rollups must be computed.
INSERT INTO sitepulse.touched_days (site, day)
SELECT DISTINCT site, day
FROM sitepulse.page_views
WHERE site = :site AND day BETWEEN :from AND :to AND kafka_partition = 65535
