INSERT INTO raw.candidate_themes
    (id, language, terms, passages, families, states, first_year, last_year, examples, made_at)
SELECT $id, $language, $terms, $passages, $families, $states, $first_year, $last_year, $examples, $made_at
