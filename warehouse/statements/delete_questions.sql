DELETE FROM raw.questions WHERE questionnaire IN (SELECT unnest($keys::VARCHAR[]));
