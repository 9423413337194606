SELECT document, other, score FROM raw.questionnaire_pairs
WHERE same AND document IN (SELECT document FROM asked_documents);
