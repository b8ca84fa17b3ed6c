-- What are the definitions of these sites?
SELECT id, definition FROM sitepulse.sites FINAL WHERE id IN :sites
