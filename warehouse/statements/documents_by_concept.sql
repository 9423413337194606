-- Families are counted: those with such a label in any of their documents in force. It reads nothing that files published
-- by earlier versions do not have.
SELECT l.concept, any_value(l.name), count(DISTINCT coalesce(m.family, l.document)) AS documents
FROM labels AS l
LEFT JOIN raw.family_members AS m ON m.document = l.document
WHERE l.facet = $facet AND coalesce(m.in_force, true)
GROUP BY l.concept
ORDER BY documents DESC, l.concept;
