-- Families are counted: those with such a label in any of their documents in force.
SELECT l.concept, any_value(l.name), count(DISTINCT d.family) AS documents
FROM labels AS l
JOIN documents AS d ON d.sha256 = l.document
WHERE l.facet = $facet AND d.in_force
GROUP BY l.concept
ORDER BY documents DESC, l.concept;
