SELECT a.document
FROM asked_documents AS a
JOIN raw.documents AS d ON d.sha256 = a.document
LEFT JOIN raw.signatures AS s ON s.document = a.document
WHERE s.version IS DISTINCT FROM $version;
