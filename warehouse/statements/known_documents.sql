SELECT sha256 FROM raw.documents WHERE sha256 IN (SELECT unnest($keys::VARCHAR[]));
