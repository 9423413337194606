-- Which good practices are described, and under which framework?
SELECT symbol, page, paragraph, frameworks, text
FROM passages_with_labels
WHERE list_contains(purposes, 'good_practice') AND in_force
ORDER BY symbol, paragraph;
