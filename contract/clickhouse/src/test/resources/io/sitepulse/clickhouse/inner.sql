-- Isn't this one?
SELECT 1
