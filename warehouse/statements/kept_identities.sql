SELECT
    document, symbol, confidence, language, originals, document_date, meeting_date, media_type, sources
FROM raw.family_identities
WHERE document IN (SELECT document FROM asked_documents);
