-- Which risk themes does each country raise, and in how many documents?
SELECT coalesce(country, 'no State') AS country, name AS risk, documents
FROM documents_by_risk
ORDER BY country, documents DESC, risk;
