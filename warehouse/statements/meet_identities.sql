-- All documents that have their symbol or their origin in common with an asked one.
CREATE OR REPLACE TEMPORARY TABLE met_identities AS
SELECT document, 'symbol' AS kind, base_hash AS key, document IN (SELECT document FROM asked_documents) AS asked
FROM raw.family_identities
WHERE base_hash IN (SELECT key FROM asked_keys WHERE kind = 'symbol')
UNION ALL
SELECT document, 'origin', origin_hash, document IN (SELECT document FROM asked_documents)
FROM raw.family_identities
WHERE origin_hash IN (SELECT key FROM asked_keys WHERE kind = 'origin');
