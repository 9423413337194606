SELECT document, language FROM raw.questionnaire_heads WHERE document IN (SELECT document FROM asked_documents);
