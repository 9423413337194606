-- Labels in force that wait for a person, of documents in force.
SELECT language, facet, count(*) AS labels, count(DISTINCT (document, paragraph)) AS passages, count(DISTINCT family) AS families
FROM labels_to_review
GROUP BY language, facet
ORDER BY language, facet;
