-- When was the baseline of each site entered or changed, and by whom? '' for none.
SELECT
    subject,
    at,
    actor_name,
    if(JSONHas(before, 'baseline'), replaceRegexpOne(JSONExtractRaw(before, 'baseline'), '^null$', ''), '')
        AS baseline_before,
    if(JSONHas(after, 'baseline'), replaceRegexpOne(JSONExtractRaw(after, 'baseline'), '^null$', ''), '')
        AS baseline_after
FROM sitepulse.changes FINAL
WHERE subject IN (<sites>) AND startsWith(action, 'site.') AND baseline_before != baseline_after
ORDER BY at, id
