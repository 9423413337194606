-- The documents whose header or signature is not that which they were linked by.
SELECT h.document
FROM ($headers) AS h
LEFT JOIN raw.family_identities AS i ON i.document = h.document
LEFT JOIN raw.signatures AS s ON s.document = h.document
WHERE i.header IS DISTINCT FROM h.header OR s.version IS DISTINCT FROM $version;
