-- What people call each of the documents.
SELECT d.sha256, coalesce(h.symbol, left(d.sha256, 12))
FROM raw.documents AS d
LEFT JOIN raw.headers AS h ON h.document = d.sha256
WHERE d.sha256 IN (SELECT document FROM asked_documents);
