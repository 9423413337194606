SELECT document, id, paragraph, length(text)
FROM raw.passages
WHERE document IN (SELECT document FROM asked_documents);
