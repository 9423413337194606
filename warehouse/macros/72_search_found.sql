-- Grain: one row per passage found, the best ones.
-- BM25 with k1 = 1.2 and b = 0.75, the values of the literature. A unit that may mean several terms, in one or several
-- languages, is one term. The collection is what is in force (in the language, where one is named); a passage's length is
-- compared with that of its language, as a Chinese word is a character here. Scores are rounded, so that their order
-- does not depend on the order in which they were added up. Texts are read by the places of their rows, or DuckDB would
-- read all texts.
CREATE OR REPLACE MACRO search_found(units, most) AS TABLE
WITH asked AS MATERIALIZED (
    SELECT
        u.one.unit AS unit, u.one.required AS required, u.one.language AS language, u.one.k AS k, u.one.term AS term,
        u.one.words AS words, u.one.scope AS scope, u.one.family AS family
    FROM (SELECT unnest(units) AS one) AS u
),
replaced AS MATERIALIZED (
    SELECT document FROM raw.family_members WHERE NOT in_force
),
collection AS MATERIALIZED (
    SELECT z.language, sum(z.passages) AS passages, sum(z.words) / sum(z.passages) AS mean
    FROM raw.search_sizes AS z
    JOIN (SELECT any_value(scope) AS scope FROM asked) AS a ON coalesce(a.scope, z.language) = z.language
    WHERE z.document NOT IN (SELECT document FROM replaced)
    GROUP BY z.language
),
terms AS MATERIALIZED (
    SELECT a.*, c.mean
    FROM asked AS a
    JOIN collection AS c ON c.language = a.language
    WHERE a.term > 0
),
occurrences AS (
    SELECT t.unit, t.mean, unnest(p.passages) AS number
    FROM raw.search_postings AS p
    JOIN terms AS t ON t.term = p.term
    WHERE bit_count(t.words) = 1
    UNION ALL
    SELECT unit, mean, number
    FROM (
        SELECT
            t.unit, t.mean, t.words, t.k, unnest(p.passages) AS number,
            unnest(p.places)::INTEGER - t.k AS start
        FROM raw.search_postings AS p
        JOIN terms AS t ON t.term = p.term
        WHERE bit_count(t.words) > 1
    )
    GROUP BY unit, mean, words, number, start
    HAVING bit_or(1::UINTEGER << k::UINTEGER) = words
),
hits AS MATERIALIZED (
    SELECT h.unit, h.number, h.times, h.mean, s.words, s.first
    FROM (SELECT unit, number, count(*) AS times, any_value(mean) AS mean FROM occurrences GROUP BY unit, number) AS h
    JOIN raw.search_passages AS s ON s.number = h.number
    WHERE s.first NOT IN (
        SELECT d.first FROM raw.search_documents AS d JOIN replaced AS r ON r.document = d.document
    )
),
weights AS MATERIALIZED (
    SELECT
        unit, unit IN (SELECT unit FROM asked WHERE required) AS required,
        ln(1 + ((SELECT sum(passages) FROM collection) - count(*) + 0.5) / (count(*) + 0.5)) AS weight
    FROM hits
    GROUP BY unit
),
best AS MATERIALIZED (
    SELECT
        h.number, h.first,
        round(sum(w.weight * h.times * 2.2 / (h.times + 1.2 * (0.25 + 0.75 * h.words / h.mean))), 6) AS score
    FROM hits AS h
    JOIN weights AS w ON w.unit = h.unit
    WHERE h.first NOT IN (
        SELECT d.first
        FROM raw.search_documents AS d
        LEFT JOIN raw.family_members AS m ON m.document = d.document
        WHERE coalesce(m.family, d.document) = (SELECT any_value(family) FROM asked)
    )
    GROUP BY h.number, h.first
    HAVING count(*) FILTER (w.required) = (SELECT count(DISTINCT unit) FROM asked WHERE required)
    ORDER BY score DESC, h.number
    LIMIT most
),
rows_found AS MATERIALIZED (
    SELECT b.number, b.score, p.rowid AS place
    FROM (
        SELECT b.number, b.score, d.document, (b.number - b.first + 1)::INTEGER AS paragraph
        FROM best AS b
        JOIN raw.search_documents AS d ON d.first = b.first
    ) AS b
    JOIN raw.passages AS p ON p.document = b.document AND p.paragraph = b.paragraph
),
passages_found AS MATERIALIZED (
    SELECT r.number, r.score, p.*
    FROM rows_found AS r
    JOIN raw.passages AS p ON p.rowid = r.place
),
pieces AS MATERIALIZED (
    SELECT number, language, unnest(pieces) AS piece, generate_subscripts(pieces, 1) AS place
    FROM (SELECT number, language, search_pieces(left(text, 20000)) AS pieces FROM passages_found)
),
marked AS MATERIALIZED (
    SELECT p.number, p.place, p.piece, f.word IS NOT NULL AS hit
    FROM (SELECT *, search_folded(piece) AS word FROM pieces) AS p
    LEFT JOIN (
        SELECT DISTINCT w.language, w.word
        FROM raw.search_words AS w
        WHERE w.term IN (SELECT term FROM terms)
    ) AS f ON f.language = p.language AND f.word = p.word
),
windows AS (
    SELECT number, arg_max(place, [hits, -place]) AS begins, max(last) AS last
    FROM (
        SELECT
            number, place, hit, max(place) OVER (PARTITION BY number) AS last,
            count(*) FILTER (hit) OVER (PARTITION BY number ORDER BY place RANGE BETWEEN CURRENT ROW AND 40 FOLLOWING) AS hits
        FROM marked
    )
    WHERE hit
    GROUP BY number
),
snippets AS (
    SELECT
        m.number,
        if(any_value(w.begins) > 13, '… ', '')
        || replace(
            trim(string_agg(if(m.hit, '**' || m.piece || '**', regexp_replace(m.piece, '\s+', ' ', 'g')), '' ORDER BY m.place)),
            '****', ''
        )
        || if(any_value(w.last) > any_value(w.begins) + 48, ' …', '') AS snippet
    FROM marked AS m
    JOIN windows AS w ON w.number = m.number
    WHERE m.place BETWEEN w.begins - 12 AND w.begins + 48
    GROUP BY m.number
)
SELECT
    p.id AS passage, p.document, coalesce(m.family, p.document) AS family, h.symbol, h.title,
    coalesce(s.sources, []) AS sources, coalesce(s.states, []) AS states, p.page, p.paragraph, p.heading_path,
    p.language, p.score, n.snippet, p.text
FROM passages_found AS p
JOIN headers_in_force AS h ON h.document = p.document
LEFT JOIN raw.family_members AS m ON m.document = p.document
LEFT JOIN snippets AS n ON n.number = p.number
LEFT JOIN (
    SELECT
        document, list(name ORDER BY position) AS sources,
        list(DISTINCT iso3 ORDER BY iso3) FILTER (iso3 IS NOT NULL) AS states
    FROM sources
    WHERE document IN (SELECT document FROM passages_found)
    GROUP BY document
) AS s ON s.document = p.document
ORDER BY p.score DESC, p.number;
COMMENT ON MACRO TABLE search_found IS 'The passages that have what is asked for, best first; used by search and similar.';
