-- When was each site registered?
SELECT subject, min(at) AS registered
FROM sitepulse.changes FINAL
WHERE subject IN (<sites>) AND action = 'site.register'
GROUP BY subject
