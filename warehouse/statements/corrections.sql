SELECT document, symbol, field, read_value, value, decided_by, decided_at, why
FROM headers
WHERE decision IS NOT NULL
    AND document = coalesce($document, document)
    AND document IN (SELECT document FROM raw.header_decisions)
ORDER BY decided_at DESC, decision DESC;
