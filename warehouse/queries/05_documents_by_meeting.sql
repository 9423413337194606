-- Which documents came to each meeting, from whom and in which languages?
SELECT f.meeting_date, d.meeting, f.symbol, f.title, f.sources, f.languages, f.documents
FROM families AS f
JOIN documents AS d ON d.sha256 = f.document
ORDER BY f.meeting_date DESC NULLS LAST, f.symbol;
