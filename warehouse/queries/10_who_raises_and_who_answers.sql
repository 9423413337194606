-- Who raises sextortion, and who has a good practice on it?
-- For another theme, change it in both places; the view concepts lists them.
SELECT
    c.delegation, count(DISTINCT c.family) AS families, count(DISTINCT c.family) FILTER (k.trusted) AS families_trusted,
    list(DISTINCT c.symbol ORDER BY c.symbol) AS raised_in,
    list(DISTINCT g.symbol || ', paragraph ' || g.paragraph) FILTER (g.symbol IS NOT NULL) AS good_practices,
    first(g.text ORDER BY g.trusted DESC, g.paragraph) FILTER (g.text IS NOT NULL) AS good_practice
FROM contributions AS c
JOIN family_concepts AS k ON k.family = c.family AND k.facet = 'risk' AND k.concept = 'sextortion'
LEFT JOIN (
    SELECT family, symbol, paragraph, trusted, text FROM good_practices WHERE list_contains(risks, 'sextortion')
) AS g ON g.family = c.family
WHERE c.delegation IS NOT NULL
GROUP BY c.delegation
ORDER BY len(good_practices) DESC NULLS LAST, families DESC, c.delegation;
