SELECT document, paragraph, language, text
FROM raw.passages
WHERE document IN (SELECT document FROM asked_documents)
ORDER BY document, paragraph;
