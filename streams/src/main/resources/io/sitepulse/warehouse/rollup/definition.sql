-- What is the definition of this site?
SELECT definition FROM sitepulse.sites FINAL WHERE id = :site
