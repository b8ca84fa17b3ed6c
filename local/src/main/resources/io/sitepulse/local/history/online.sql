-- Write: the largest number of visitors online at a sample site, every five minutes.
INSERT INTO sitepulse.site_online (site, minute, peak)
SELECT site, toStartOfFiveMinutes(at) AS minute, uniqExact(visitor)
FROM sitepulse.page_views FINAL
WHERE site = :site AND day BETWEEN :from AND :to AND kafka_partition = 65535 AND bot = ''
GROUP BY site, minute
