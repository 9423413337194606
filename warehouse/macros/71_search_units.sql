-- Grain: one row per unit of what is asked, word of it and term that this word may mean.
-- A unit is a word, a phrase, or two Chinese characters in sequence: what is in quotes is one unit and required, a word with
-- hyphens or apostrophes is a phrase, Chinese without quotes is taken two characters at a time. A phrase holds in a language
-- that knows all its words; function words keep their place in it. A word that no text has is taken for a form of the
-- longest word or stem that it begins with. In Arabic a word is also found with what is written as one with it.
CREATE OR REPLACE MACRO search_units(query, in_language) AS TABLE
WITH parts AS MATERIALIZED (
    SELECT
        w.part, starts_with(w.written, '"') AS required, regexp_matches(w.written, '\p{Han}') AS chinese,
        list_transform(
            regexp_extract_all(w.written, '(?:\p{Han}|(?:[^\P{L}\p{Han}]|[\p{N}\p{M}])+)\*?')[:30],
            lambda one: {'word': search_folded(rtrim(one, '*')), 'starred': ends_with(one, '*')}
        ) AS words
    FROM (
        SELECT
            unnest(p.written) AS written, generate_subscripts(p.written, 1) AS part
        FROM (
            SELECT regexp_extract_all(
                translate(left(coalesce(query::VARCHAR, ''), 2000), '“”„‟«»＂', '"""""""'), '"[^"]*"|[^"\s]+'
            )[:50] AS written
        ) AS p
    ) AS w
),
elements AS MATERIALIZED (
    SELECT
        e.part * 100 + e.start AS unit, e.required, e.size, e.k, e.words[e.start + e.k].word AS word,
        e.words[e.start + e.k].starred AND length(e.words[e.start + e.k].word) >= 3 AND NOT e.chinese AS open
    FROM (
        SELECT s.*, unnest(range(0, s.size)) AS k
        FROM (
            SELECT p.*, unnest(range(1, len(p.words) - p.size + 2)) AS start
            FROM (
                SELECT *, if(required OR NOT chinese, len(words), least(len(words), 2)) AS size
                FROM parts
                WHERE len(words) > 0
            ) AS p
        ) AS s
    ) AS e
),
known AS MATERIALIZED (
    SELECT e.unit, e.k, w.language, w.term
    FROM elements AS e
    JOIN raw.search_words AS w ON w.word = e.word
    WHERE NOT e.open AND (in_language IS NULL OR w.language = in_language)
    UNION
    SELECT e.unit, e.k, w.language, w.term
    FROM elements AS e
    JOIN raw.search_words AS w ON starts_with(w.word, e.word)
    WHERE e.open AND w.term > 0 AND (in_language IS NULL OR w.language = in_language)
),
guessed AS MATERIALIZED (
    SELECT g.unit, g.k, t.language, t.term
    FROM (
        SELECT v.unit, v.k, v.word, unnest(range(0, 5)) AS cut
        FROM (
            SELECT e.unit, e.k, unnest(list_distinct([
                e.word, regexp_replace(e.word, '^[وف]?(بال|كال|لل|ال)', ''), regexp_replace(e.word, '^[وفبلك]', '')
            ])) AS word
            FROM elements AS e
            ANTI JOIN known AS n ON n.unit = e.unit AND n.k = e.k
            WHERE NOT e.open
        ) AS v
    ) AS g
    JOIN (
        SELECT language, stem AS form, term FROM raw.search_terms
        UNION ALL
        SELECT language, word, term FROM raw.search_words WHERE term > 0
    ) AS t ON t.form = left(g.word, length(g.word) - g.cut)
    WHERE length(g.word) - g.cut >= greatest(3, g.cut + 2) AND (in_language IS NULL OR t.language = in_language)
    QUALIFY rank() OVER (PARTITION BY g.unit, g.k ORDER BY g.cut) = 1
),
meant AS MATERIALIZED (
    FROM known
    UNION
    FROM guessed
),
joined AS (
    SELECT m.unit, m.k, t.language, t.term
    FROM (
        SELECT a.unit, a.k, unnest(['و', 'ف', 'ب', 'ل', 'ك', 'وب', 'ول', 'وك']) || s.stem AS stem
        FROM meant AS a
        JOIN raw.search_terms AS s ON s.term = a.term
        WHERE a.language = 'ar' AND length(s.stem) >= 3
    ) AS m
    JOIN raw.search_terms AS t ON t.stem = m.stem
    WHERE t.language = 'ar'
),
terms AS MATERIALIZED (
    FROM meant
    UNION
    FROM joined
),
languages AS MATERIALIZED (
    SELECT t.unit, t.language, coalesce(bit_or(1::UINTEGER << t.k::UINTEGER) FILTER (t.term > 0), 0)::UINTEGER AS words
    FROM terms AS t
    JOIN (SELECT DISTINCT unit, size FROM elements) AS e ON e.unit = t.unit
    GROUP BY t.unit, t.language
    HAVING count(DISTINCT t.k) = any_value(e.size)
)
SELECT
    e.unit, e.required, l.language, t.k::INTEGER AS k, coalesce(t.term, 0)::UINTEGER AS term,
    coalesce(l.words, 0)::UINTEGER AS words, in_language AS scope, NULL::VARCHAR AS family
FROM (SELECT DISTINCT unit, required FROM elements) AS e
LEFT JOIN languages AS l ON l.unit = e.unit
LEFT JOIN terms AS t ON t.unit = l.unit AND t.language = l.language AND t.term > 0
WHERE e.unit NOT IN (SELECT unit FROM languages GROUP BY unit HAVING max(words) = 0);
COMMENT ON MACRO TABLE search_units IS 'What a question asks for, word by word; used by search.';
