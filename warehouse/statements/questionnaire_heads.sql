SELECT document, form, language, document_date, symbol, title, citations
FROM raw.questionnaire_heads
WHERE document IN (SELECT document FROM asked_documents);
