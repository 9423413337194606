-- Pairs of an asked document with any that shares a band, symbol or origin; what a crowd shares tells nothing.
WITH bands AS (
    SELECT band FROM met_bands GROUP BY band HAVING count(*) BETWEEN 2 AND $crowd
), identities AS (
    SELECT kind, key FROM met_identities GROUP BY kind, key HAVING count(*) BETWEEN 2 AND $crowd
), met AS (
    SELECT m.document, b.document AS other
    FROM met_bands AS b
    JOIN bands USING (band)
    JOIN met_bands AS m USING (band)
    WHERE m.asked
    UNION
    SELECT m.document, i.document
    FROM met_identities AS i
    JOIN identities USING (kind, key)
    JOIN met_identities AS m USING (kind, key)
    WHERE m.asked
)
SELECT DISTINCT least(document, other) AS document, greatest(document, other) AS other
FROM met
WHERE document <> other;
