-- Grain: one row per passage of another family that is like the given one, nearest first.
-- Asked is for the words of the passage that say most of it: rare ones, and those that it repeats.
CREATE OR REPLACE MACRO similar_units(passage_id) AS TABLE
WITH given AS MATERIALIZED (
    SELECT w.language, w.term, count(*) AS times, any_value(coalesce(m.family, p.document)) AS family
    FROM (
        SELECT document, language, search_folded(unnest(search_pieces(left(text, 20000)))) AS word
        FROM raw.passages
        WHERE id = passage_id::VARCHAR
    ) AS p
    JOIN raw.search_words AS w ON w.language = p.language AND w.word = p.word
    LEFT JOIN raw.family_members AS m ON m.document = p.document
    WHERE w.term > 0
    GROUP BY w.language, w.term
)
SELECT
    row_number() OVER (ORDER BY g.times * ln(n.passages / f.found) DESC, g.term) AS unit, false AS required, g.language,
    0 AS k, g.term, 1::UINTEGER AS words, NULL::VARCHAR AS scope, g.family
FROM given AS g
JOIN (
    SELECT p.term, sum(p.found) AS found
    FROM raw.search_postings AS p
    JOIN given AS g ON g.term = p.term
    GROUP BY p.term
) AS f ON f.term = g.term
CROSS JOIN (SELECT greatest(count(*), 1) AS passages FROM raw.search_passages) AS n
QUALIFY unit <= 12;
COMMENT ON MACRO TABLE similar_units IS 'The words that say most of a passage; used by similar.';

CREATE OR REPLACE MACRO "similar"(passage_id, most := 20) AS TABLE
WITH asked_for AS (
    SELECT list(u) AS units FROM similar_units(passage_id) AS u
)
FROM search_found((SELECT units FROM asked_for), most);
COMMENT ON MACRO TABLE "similar" IS 'The passages of other families that have most in common with a passage (its id), nearest first, 20 at the most unless another number is asked for. Of documents in force, in the language of the passage.';
