INSERT INTO raw.family_identities BY NAME
SELECT * FROM incoming_rows
ON CONFLICT (document) DO UPDATE SET header = excluded.header, base = excluded.base, origin = excluded.origin;
