DELETE FROM raw.$table WHERE document IN (SELECT unnest($keys::VARCHAR[]));
