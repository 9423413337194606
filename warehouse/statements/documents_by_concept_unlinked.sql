-- For a file of before families: documents are counted.
SELECT concept, any_value(name), count(DISTINCT document) AS documents
FROM labels
WHERE facet = $facet
GROUP BY concept
ORDER BY documents DESC, concept;
