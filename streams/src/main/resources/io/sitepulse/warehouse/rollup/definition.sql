-- How is a site defined?
SELECT definition FROM sitepulse.sites FINAL WHERE id = :site
