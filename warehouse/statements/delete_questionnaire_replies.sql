DELETE FROM raw.questionnaire_replies WHERE questionnaire IN (SELECT unnest($keys::VARCHAR[]));
