-- Which passages say something about grooming, and where do they stand?
SELECT symbol, page, paragraph, quote, text
FROM label_evidence
WHERE facet = 'risk' AND concept = 'grooming' AND in_force
ORDER BY symbol, paragraph, quote_start;
