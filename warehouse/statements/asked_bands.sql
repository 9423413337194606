SELECT DISTINCT band FROM raw.signature_bands WHERE document IN (SELECT document FROM asked_documents);
