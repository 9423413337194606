-- Which good practices are described, and under which framework?
SELECT symbol, page, paragraph, frameworks, text
FROM passages_with_labels
WHERE list_contains(purposes, 'good_practice')
ORDER BY symbol, paragraph;
