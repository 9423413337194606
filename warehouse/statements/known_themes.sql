SELECT id AS spelling, id AS value
FROM raw.concepts
WHERE facet = 'risk'
UNION ALL
SELECT name, id
FROM raw.concepts
WHERE facet = 'risk';
