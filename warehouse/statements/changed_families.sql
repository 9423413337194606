-- The documents whose header or signature is not that which they were linked by.
SELECT h.document
FROM ($headers) AS h
LEFT JOIN raw.family_identities AS i ON i.document = h.document
LEFT JOIN raw.signatures AS s ON s.document = h.document
WHERE s.version IS DISTINCT FROM $version
    OR (i.symbol, i.confidence, i.language, i.originals, i.document_date, i.meeting_date, i.media_type, i.sources)
        IS DISTINCT FROM
        (h.symbol, h.confidence, h.language, h.originals, h.document_date, h.meeting_date, h.media_type, h.sources);
