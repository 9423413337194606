-- The heads of replies with the opening that they cite circular letters in; as read, so that no correction changes an id.
SELECT
    d.sha256, d.language, h.document_date, h.symbol, h.title,
    string_agg(p.text, chr(10) ORDER BY p.paragraph) AS opening
FROM raw.documents AS d
JOIN raw.headers AS h ON h.document = d.sha256
LEFT JOIN raw.passages AS p ON p.document = d.sha256 AND p.paragraph <= $opening
WHERE d.sha256 IN (SELECT document FROM asked_documents)
GROUP BY ALL
ORDER BY d.sha256;
