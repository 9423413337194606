-- The documents of each band, symbol and origin that is a crowd's with the asked documents, and was none without them.
WITH mine AS (
    SELECT band, count(*) AS own
    FROM raw.signature_bands
    WHERE document IN (SELECT document FROM asked_documents)
    GROUP BY band
), crowds AS (
    SELECT b.band
    FROM raw.signature_bands AS b
    JOIN mine AS m ON m.band = b.band
    GROUP BY b.band
    HAVING count(*) > $crowd AND count(*) - any_value(m.own) <= $crowd
), asked AS (
    SELECT base, origin FROM raw.family_identities WHERE document IN (SELECT document FROM asked_documents)
), symbols AS (
    SELECT i.base
    FROM raw.family_identities AS i
    JOIN (SELECT base, count(*) AS own FROM asked GROUP BY base) AS m ON m.base = i.base
    GROUP BY i.base
    HAVING count(*) > $crowd AND count(*) - any_value(m.own) <= $crowd
), origins AS (
    SELECT i.origin
    FROM raw.family_identities AS i
    JOIN (SELECT origin, count(*) AS own FROM asked GROUP BY origin) AS m ON m.origin = i.origin
    GROUP BY i.origin
    HAVING count(*) > $crowd AND count(*) - any_value(m.own) <= $crowd
)
SELECT document FROM raw.signature_bands WHERE band IN (SELECT band FROM crowds)
UNION
SELECT document FROM raw.family_identities
WHERE base IN (SELECT base FROM symbols) OR origin IN (SELECT origin FROM origins);
