-- How many members of each region have ever contributed, and who has not?
SELECT
    region, count(*) AS members, count(*) FILTER (contributions > 0) AS have_contributed,
    list(country ORDER BY country) FILTER (contributions = 0) AS have_not
FROM members
GROUP BY region
ORDER BY region;
