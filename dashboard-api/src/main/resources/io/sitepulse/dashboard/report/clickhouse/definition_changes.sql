-- Which names, groups, mergers, polls, targets and notes were changed from an instant on, and when was each site
-- registered? Registrations are without their states, because there is one of each site. Without FINAL, which reads
-- the states of the whole log.
SELECT id, at, actor, actor_name, action, subject, state_before, state_after
FROM (
    SELECT id, at, actor, actor_name, action, subject, '' AS state_before, '' AS state_after
    FROM sitepulse.changes
    WHERE action = 'site.register'
    UNION ALL
    SELECT id, at, actor, actor_name, action, subject, before AS state_before, after AS state_after
    FROM sitepulse.changes
    WHERE at >= :from
        AND action != 'site.register'
        AND (
            startsWith(action, 'group.')
            OR startsWith(action, 'poll.')
            OR startsWith(action, 'target.')
            OR startsWith(action, 'note.')
            OR (
                startsWith(action, 'site.')
                AND (
                    JSONExtractString(before, 'name') != JSONExtractString(after, 'name')
                    OR JSONExtractString(before, 'group') != JSONExtractString(after, 'group')
                    OR JSONExtractRaw(before, 'predecessors') != JSONExtractRaw(after, 'predecessors')
                )
            )
        )
)
ORDER BY at, id
LIMIT 1 BY at, id
