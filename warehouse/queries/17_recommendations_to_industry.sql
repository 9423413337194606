-- Who recommends what where industry is concerned?
SELECT proposed_by, year, symbol, page, paragraph, trusted, text
FROM recommendations
WHERE list_contains(stakeholders, 'industry')
ORDER BY trusted DESC, year DESC, symbol, paragraph
LIMIT 1000;
