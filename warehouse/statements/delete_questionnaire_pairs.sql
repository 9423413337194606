DELETE FROM raw.questionnaire_pairs
WHERE document IN (SELECT unnest($keys::VARCHAR[])) OR other IN (SELECT unnest($keys::VARCHAR[]));
