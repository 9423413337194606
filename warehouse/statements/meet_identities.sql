-- All documents that have their symbol or their origin in common with an asked one.
CREATE OR REPLACE TEMPORARY TABLE met_identities AS
WITH asked AS (
    SELECT document, base, origin FROM raw.family_identities WHERE document IN (SELECT document FROM asked_documents)
)
SELECT document, 'symbol' AS kind, base AS value, document IN (SELECT document FROM asked) AS asked
FROM raw.family_identities
WHERE base IN (SELECT base FROM asked)
UNION ALL
SELECT document, 'origin', origin, document IN (SELECT document FROM asked)
FROM raw.family_identities
WHERE origin IN (SELECT origin FROM asked);
