DELETE FROM raw.search_passages
WHERE first IN (SELECT first FROM raw.search_documents WHERE document IN (SELECT document FROM asked_documents));
