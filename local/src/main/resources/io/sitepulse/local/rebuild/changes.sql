SELECT
    toString(id) AS change, toUnixTimestamp64Milli(at) AS millis, actor, actor_name, action, subject, before, after
FROM sitepulse.changes FINAL
ORDER BY at, id
