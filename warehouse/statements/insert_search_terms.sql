INSERT INTO raw.search_terms (term, language, stem)
SELECT
    (SELECT coalesce(max(term), 0) FROM raw.search_terms) + row_number() OVER (ORDER BY n.language, n.stem),
    n.language, n.stem
FROM (SELECT DISTINCT language, stem FROM incoming_rows WHERE stem <> '') AS n
ANTI JOIN raw.search_terms AS t ON t.language = n.language AND t.stem = n.stem;
