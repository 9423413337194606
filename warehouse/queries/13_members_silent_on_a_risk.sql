-- Which members have never mentioned age assurance?
-- Those that contribute on other matters come first; contributions = 0: the member has never contributed.
SELECT DISTINCT country, region, contributions
FROM silence_map
WHERE risk = 'age_assurance_access' AND families_risk = 0
ORDER BY contributions DESC, country;
