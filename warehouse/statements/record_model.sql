INSERT INTO raw.models
SELECT DISTINCT unnest($versions::VARCHAR[]), $fingerprint, now()
ON CONFLICT DO NOTHING;
