-- Which challenges do members tell of where cyberbullying is concerned?
SELECT countries, sources, year, symbol, page, paragraph, trusted, text
FROM challenges
WHERE list_contains(risks, 'cyberbullying')
ORDER BY trusted DESC, year DESC, symbol, paragraph
LIMIT 1000;
