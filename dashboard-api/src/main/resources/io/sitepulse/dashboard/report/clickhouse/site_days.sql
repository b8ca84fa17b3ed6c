-- What are the sums of several sites over several days, by <key>: `day` or `site`?
SELECT
    <key>,
    sum(site_days.views) AS views,
    sum(site_days.visits) AS visits,
    sum(site_days.visitors) AS visitors,
    sum(site_days.engaged_ms) AS engaged_ms
FROM sitepulse.site_days FINAL
WHERE site IN (<sites>) AND day BETWEEN :from AND :to
GROUP BY <key>
