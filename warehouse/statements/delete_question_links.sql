DELETE FROM raw.question_links WHERE split_part(question, '/', 1) IN (SELECT unnest($keys::VARCHAR[]));
