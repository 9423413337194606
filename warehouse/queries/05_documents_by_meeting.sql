-- Which documents came to each meeting, from whom and in which languages?
SELECT meeting_date, meeting, symbol, title, sources, languages, versions
FROM documents
ORDER BY meeting_date DESC NULLS LAST, symbol;
