-- Pairs of an asked document with any that shares a band, symbol or origin; what a crowd shares tells nothing.
WITH mine AS (
    SELECT document, band FROM raw.signature_bands WHERE document IN (SELECT document FROM asked_documents)
), shared AS (
    SELECT b.band
    FROM raw.signature_bands AS b
    WHERE b.band IN (SELECT band FROM mine)
    GROUP BY b.band
    HAVING count(*) BETWEEN 2 AND $crowd
), asked AS (
    SELECT document, base, origin
    FROM raw.family_identities
    WHERE document IN (SELECT document FROM asked_documents)
), symbols AS (
    SELECT base FROM raw.family_identities WHERE base IN (SELECT base FROM asked)
    GROUP BY base HAVING count(*) BETWEEN 2 AND $crowd
), origins AS (
    SELECT origin FROM raw.family_identities WHERE origin IN (SELECT origin FROM asked)
    GROUP BY origin HAVING count(*) BETWEEN 2 AND $crowd
), met AS (
    SELECT m.document, b.document AS other
    FROM raw.signature_bands AS b
    JOIN shared ON shared.band = b.band
    JOIN mine AS m ON m.band = b.band
    UNION
    SELECT a.document, i.document
    FROM raw.family_identities AS i
    JOIN symbols ON symbols.base = i.base
    JOIN asked AS a ON a.base = i.base
    UNION
    SELECT a.document, i.document
    FROM raw.family_identities AS i
    JOIN origins ON origins.origin = i.origin
    JOIN asked AS a ON a.origin = i.origin
)
SELECT DISTINCT least(document, other) AS document, greatest(document, other) AS other
FROM met
WHERE document <> other
ORDER BY ALL;
