-- The first lines of a document up to the end of the last header field.
SELECT h.document, substring(h.text, 1, coalesce(max(p.span."end"), 0))
FROM raw.headers AS h
LEFT JOIN raw.header_provenance AS p ON p.document = h.document
WHERE h.document IN (SELECT document FROM asked_documents)
GROUP BY h.document, h.text;
