INSERT INTO raw.family_identities BY NAME
SELECT i.document, h.header, i.base, i.origin
FROM incoming_rows AS i
JOIN ($headers) AS h ON h.document = i.document
ON CONFLICT (document) DO UPDATE SET header = excluded.header, base = excluded.base, origin = excluded.origin;
