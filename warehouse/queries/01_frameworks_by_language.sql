-- How many documents report on each framework category, by language?
SELECT name AS framework, language, documents
FROM documents_by_framework
ORDER BY documents DESC, framework, language;
