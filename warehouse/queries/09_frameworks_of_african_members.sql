-- Which frameworks did African members report on in 2023?
-- Regions are ITU's: AFR, AMS, ARB, ASP, CIS, EUR. A joint contribution counts for each of its States.
SELECT country, name AS framework, families, families_trusted
FROM framework_by_country
WHERE region = 'AFR' AND year = 2023
ORDER BY country, families DESC, framework;
