-- Grain: one row per passage found, best first.
-- The units are named before they are handed on: DuckDB else confuses the argument `language` with columns of that name.
CREATE OR REPLACE MACRO search(query, language := NULL, most := 100) AS TABLE
WITH asked_for AS (
    SELECT list(u) AS units FROM search_units(query, language) AS u
)
FROM search_found((SELECT units FROM asked_for), most);
COMMENT ON MACRO TABLE search IS 'Passages that are about some words, best first (BM25), 100 at the most unless another number is asked for. Words are found in all their forms; "in quotes" must stand so; sextort* is a beginning. Of documents in force.';
