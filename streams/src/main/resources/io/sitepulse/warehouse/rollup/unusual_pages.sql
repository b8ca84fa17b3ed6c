-- Which pages of these days may not be in their normal form? Those with plain segments are.
SELECT DISTINCT page
FROM sitepulse.page_views
WHERE site = :site AND day BETWEEN :from AND :to AND page > :after
    AND NOT match(page, '^(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*(/|)$')
ORDER BY page
LIMIT :limit
