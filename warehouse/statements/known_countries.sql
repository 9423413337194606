SELECT iso3 AS spelling, iso3 AS value
FROM raw.countries
UNION ALL
SELECT name, iso3
FROM raw.countries;
