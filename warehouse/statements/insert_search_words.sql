INSERT INTO raw.search_words (language, word, term)
SELECT i.language, i.word, coalesce(t.term, 0)
FROM incoming_rows AS i
LEFT JOIN raw.search_terms AS t ON t.language = i.language AND t.stem = i.stem
QUALIFY row_number() OVER (PARTITION BY i.language, i.word ORDER BY i.stem) = 1
ORDER BY i.language, i.word;
