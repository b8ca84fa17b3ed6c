-- Which changes were made before a place in the log, the latest first?
SELECT id, at, actor, actor_name, action, subject, before, after
FROM sitepulse.changes FINAL
WHERE (at, id) < (:at, toUUID(:id))
  AND at >= :from AND at < :until
  AND (:subject = '' OR subject = :subject)
  AND (:by = '' OR actor = :by)
  AND (:kind = '' OR splitByChar('.', action)[1] = :kind)
ORDER BY at DESC, id DESC
LIMIT :limit
