SELECT document FROM raw.signatures WHERE document IN (SELECT document FROM asked_documents);
