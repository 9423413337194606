-- How has each risk theme developed from year to year?
SELECT
    name AS risk, year, families, families_trusted, contributions, round(100 * share) AS percent, change,
    round(100 * share_change) AS percentage_points
FROM trend
WHERE facet = 'risk'
ORDER BY risk, year;
