-- Which frameworks are reported at national, regional and international level?
SELECT framework_name, level_name, sum(families) AS families, sum(families_trusted) AS families_trusted
FROM levels
GROUP BY framework_name, level_name
ORDER BY framework_name, families DESC;
