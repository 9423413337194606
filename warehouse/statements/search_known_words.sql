SELECT i.place, w.term
FROM incoming_rows AS i
JOIN raw.search_words AS w ON w.language = i.language AND w.word = i.word;
