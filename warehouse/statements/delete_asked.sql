DELETE FROM raw.$table WHERE document IN (SELECT document FROM asked_documents);
