DELETE FROM raw.question_doubts WHERE split_part(question, '/', 1) IN (SELECT unnest($keys::VARCHAR[]));
