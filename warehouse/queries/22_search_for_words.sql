-- Where do documents speak of hotlines?
-- Words are found in all their forms; "in quotes" must stand so; sextort* is a beginning. A language may be named:
-- search('hotline', language := 'en').
SELECT symbol, sources, page, paragraph, language, round(score, 1) AS score, snippet, passage
FROM search('hotline');
