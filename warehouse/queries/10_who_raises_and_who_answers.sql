-- Who raises sextortion, and who has a good practice on it?
SELECT
    c.delegation, count(DISTINCT c.family) AS families, count(DISTINCT c.family) FILTER (k.trusted) AS families_trusted,
    list(DISTINCT c.symbol ORDER BY c.symbol) AS raised_in,
    list(DISTINCT g.symbol || ', paragraph ' || g.paragraph) FILTER (g.symbol IS NOT NULL) AS good_practices,
    first(g.text ORDER BY g.trusted DESC, g.paragraph) FILTER (g.text IS NOT NULL) AS good_practice
FROM contributions AS c
JOIN family_concepts AS k ON k.family = c.family
LEFT JOIN good_practices AS g ON g.family = c.family AND list_contains(g.risks, k.concept)
WHERE k.facet = 'risk' AND k.concept = 'sextortion' AND c.delegation IS NOT NULL
GROUP BY c.delegation
ORDER BY len(good_practices) DESC NULLS LAST, families DESC, c.delegation;
