DELETE FROM raw.questionnaire_pairs
WHERE document IN (SELECT document FROM asked_documents) OR other IN (SELECT document FROM asked_documents);
