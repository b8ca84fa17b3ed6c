-- Which proxies are not trusted although many visitors use them?
SELECT
    proxy.1 AS address,
    sum(proxy.2) AS requests
FROM
(
    SELECT arrayJoin(arrayZip(mapKeys(untrusted_proxies), mapValues(untrusted_proxies))) AS proxy
    FROM sitepulse.collector_faults FINAL
    WHERE site = '' AND day >= :from
)
GROUP BY address
ORDER BY requests DESC, address
LIMIT 100
