-- The segments of the asked documents.
SELECT DISTINCT segment FROM raw.search_documents WHERE document IN (SELECT document FROM asked_documents);
