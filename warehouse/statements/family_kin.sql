-- The documents that are one step from an asked one: of its family, symbol, links or decisions.
WITH asked AS (SELECT document FROM asked_documents)
SELECT document
FROM raw.family_members
WHERE family IN (SELECT family FROM raw.family_members WHERE document IN (FROM asked))
UNION
SELECT document
FROM raw.family_identities
WHERE base_hash IN (
    SELECT base_hash
    FROM raw.family_identities
    WHERE base_hash IN (SELECT key FROM asked_keys WHERE kind = 'symbol')
    GROUP BY base_hash
    HAVING count(*) BETWEEN 2 AND $crowd
)
UNION
SELECT other FROM raw.document_pairs WHERE kind IN ('near_duplicate', 'translation') AND document IN (FROM asked)
UNION
SELECT document FROM raw.document_pairs WHERE kind IN ('near_duplicate', 'translation') AND other IN (FROM asked)
UNION
SELECT d.other FROM raw.family_decisions AS d
JOIN raw.documents AS there ON there.sha256 = d.other
WHERE d.document IN (FROM asked)
UNION
SELECT d.document FROM raw.family_decisions AS d
JOIN raw.documents AS there ON there.sha256 = d.document
WHERE d.other IN (FROM asked);
