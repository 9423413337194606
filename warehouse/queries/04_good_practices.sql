-- Which good practices are described, whose are they, and under which framework?
SELECT countries, sources, symbol, page, paragraph, frameworks, risks, trusted, text
FROM good_practices
ORDER BY trusted DESC, symbol, paragraph
LIMIT 1000;
