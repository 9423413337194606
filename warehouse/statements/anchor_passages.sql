SELECT document, paragraph, id, text
FROM raw.passages
WHERE document IN (SELECT document FROM asked_documents)
ORDER BY document, paragraph;
