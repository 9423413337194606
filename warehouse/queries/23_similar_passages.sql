-- Which passages of other documents are most like a given one, here the one that says most of hotlines?
SELECT symbol, sources, page, paragraph, round(score, 1) AS score, text
FROM "similar"((SELECT passage FROM search('hotline', most := 1)));
