-- Which events of the days of some sites belong to visits that match the filters?
-- Parameters: those of events.sql; :until, the end of the events; for each filter :by_… (true if it is set) and its value; :robots, true for events
-- of robots instead of visitors. The page filter applies to events, all others to visits.
-- Words are compared without regard to case.
-- counts_visit: true for the first matching view of a visit.
SELECT
    *,
    kind = 'view' AND visit > 0 AND row_number() OVER (PARTITION BY site, day, visitor, visit ORDER BY kind DESC, at) = 1
        AS counts_visit
FROM
(
    -- include events.sql
) AS events
WHERE (bot != '') = :robots
    AND at < :until
    AND (NOT :by_page OR page = :page)
    AND (NOT :by_entry OR (visit > 0 AND entry = :entry))
    AND (NOT :by_source OR lowerUTF8(visit_source) = lowerUTF8(:source))
    AND (NOT :by_campaign OR lowerUTF8(visit_campaign) = lowerUTF8(:campaign))
    AND (NOT :by_campaignSource OR lowerUTF8(visit_campaign_source) = lowerUTF8(:campaignSource))
    AND (NOT :by_campaignMedium OR lowerUTF8(visit_campaign_medium) = lowerUTF8(:campaignMedium))
    AND (NOT :by_campaignContent OR lowerUTF8(visit_campaign_content) = lowerUTF8(:campaignContent))
    AND (NOT :by_campaignTerm OR lowerUTF8(visit_campaign_term) = lowerUTF8(:campaignTerm))
    AND (NOT :by_device OR lowerUTF8(visit_device) = lowerUTF8(:device))
    AND (NOT :by_browser OR lowerUTF8(visit_browser) = lowerUTF8(:browser))
    AND (NOT :by_system OR lowerUTF8(visit_system) = lowerUTF8(:system))
    AND (NOT :by_country OR lowerUTF8(visit_country) = lowerUTF8(:country))
    AND (NOT :by_language OR lowerUTF8(visit_language) = lowerUTF8(:language))
