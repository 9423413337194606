-- What is suggested for one passage, with the language of the passage; without suggestions one row without a label.
SELECT s.facet::VARCHAR, s.concept, max(s.score), arg_max(s.threshold, s.score), arg_max(s.model, s.score),
    arg_max(s.evidence, s.score), p.language
FROM raw.passages AS p
LEFT JOIN raw.suggestions AS s ON s.document = p.document AND s.paragraph = p.paragraph
WHERE p.document = $document AND p.paragraph = $paragraph
GROUP BY s.facet, s.concept, p.language;
