-- Of documents in force.
SELECT l.facet, count(*) FILTER (l.trusted) AS trusted, count(*) FILTER (NOT l.trusted) AS to_review
FROM labels AS l
LEFT JOIN raw.family_members AS m ON m.document = l.document
WHERE coalesce(m.in_force, true)
GROUP BY l.facet
ORDER BY l.facet;
