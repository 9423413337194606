-- Which labels wait for a person, the most doubtful first?
SELECT symbol, page, paragraph, language, facet, name AS label, round(margin, 2) AS margin, text
FROM labels_to_review
ORDER BY margin, symbol, paragraph, label
LIMIT 1000;
