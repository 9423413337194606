-- What a document counts for: those in force only.
SELECT v.sha256, v.symbol, v.language, d.year, d.states
FROM document_versions AS v
JOIN documents AS d ON d.family = v.family
WHERE v.in_force AND list_contains($documents, v.sha256)
