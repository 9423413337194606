-- Which first pages should a person look at, and why?
SELECT d.symbol, d.title, h.field, h.value AS other_reading, h.reason, h.page, h.words
FROM header_doubts AS h
JOIN document_versions AS d ON d.sha256 = h.document
ORDER BY d.symbol, h.position;
