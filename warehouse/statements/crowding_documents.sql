-- The documents of each band, symbol and origin that is a crowd's with the asked documents, and was none without them.
SELECT document
FROM met_bands
WHERE band IN (
    SELECT band FROM met_bands GROUP BY band
    HAVING count(*) > $crowd AND count(*) FILTER (NOT asked) <= $crowd
)
UNION
SELECT document
FROM met_identities
WHERE (kind, key) IN (
    SELECT (kind, key) FROM met_identities GROUP BY kind, key
    HAVING count(*) > $crowd AND count(*) FILTER (NOT asked) <= $crowd
);
