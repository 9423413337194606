SELECT document FROM raw.questionnaire_replies WHERE document IN (SELECT document FROM asked_documents);
