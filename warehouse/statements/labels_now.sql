-- What is suggested for the passages of the asked documents that decisions may hold for, and the passages themselves.
SELECT
    document, paragraph, facet::VARCHAR, concept, NULL AS language, max(score) AS score,
    arg_max(threshold, score) AS threshold, arg_max(model, score) AS model, arg_max(evidence, score) AS evidence
FROM raw.suggestions
WHERE document IN (SELECT document FROM asked_documents)
GROUP BY document, paragraph, facet, concept
UNION ALL
SELECT document, paragraph, NULL, NULL, language, NULL, NULL, NULL, NULL
FROM raw.passages
WHERE document IN (SELECT document FROM asked_documents);
