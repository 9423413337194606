DELETE FROM raw.questionnaires WHERE id IN (SELECT unnest($keys::VARCHAR[]));
