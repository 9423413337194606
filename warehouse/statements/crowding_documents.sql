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
WHERE (kind, value) IN (
    SELECT (kind, value) FROM met_identities GROUP BY kind, value
    HAVING count(*) > $crowd AND count(*) FILTER (NOT asked) <= $crowd
);
