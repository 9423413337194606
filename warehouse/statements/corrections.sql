SELECT document, symbol, field, read_value, value, decided_by, decided_at, why
FROM headers
WHERE decision IS NOT NULL AND document = coalesce($document, document)
ORDER BY decided_at DESC, decision DESC;
