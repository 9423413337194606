-- Which documents came to each meeting, from whom and in which language?
SELECT meeting_date, meeting, symbol, title, sources, language
FROM documents
ORDER BY meeting_date DESC NULLS LAST, symbol;
