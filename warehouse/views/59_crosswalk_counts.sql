-- Grain: one row per scheme and category of it.
-- A category counts what its own concepts and those of its parts are found in; a family with several of them counts once.
CREATE VIEW crosswalk_counts AS
WITH standing AS (
    SELECT scheme, code, facet, concept FROM raw.crosswalk
    UNION
    SELECT w.scheme, k.part_of, w.facet, w.concept
    FROM raw.crosswalk AS w
    JOIN raw.crosswalk_categories AS k ON k.scheme = w.scheme AND k.code = w.code
    WHERE k.part_of IS NOT NULL
)
SELECT
    k.scheme, k.scheme_name, k.position, k.code, k.name AS category, k.part_of, coalesce(w.concepts, []) AS concepts,
    coalesce(n.families, 0) AS families, coalesce(n.families_trusted, 0) AS families_trusted
FROM raw.crosswalk_categories AS k
LEFT JOIN (
    SELECT scheme, code, list_sort(list(concept)) AS concepts FROM standing GROUP BY scheme, code
) AS w ON w.scheme = k.scheme AND w.code = k.code
LEFT JOIN (
    SELECT scheme, code, count(*) AS families, count(*) FILTER (trusted) AS families_trusted
    FROM (
        SELECT s.scheme, s.code, l.family, bool_or(l.trusted) AS trusted
        FROM standing AS s
        JOIN family_concepts AS l ON l.facet = s.facet AND l.concept = s.concept
        GROUP BY s.scheme, s.code, l.family
    )
    GROUP BY scheme, code
) AS n ON n.scheme = k.scheme AND n.code = k.code;
COMMENT ON VIEW crosswalk_counts IS 'How many documents speak of each category of another scheme, its parts included; a joint contribution counts once. Categories do not add up, since a concept may stand for several.';
COMMENT ON COLUMN crosswalk_counts.scheme IS 'gca, mnr, co4c or oecd.';
COMMENT ON COLUMN crosswalk_counts.scheme_name IS 'Name of the scheme with who made it and when.';
COMMENT ON COLUMN crosswalk_counts.position IS 'Place of the category in its scheme, counted from 1.';
COMMENT ON COLUMN crosswalk_counts.code IS 'The category in its scheme.';
COMMENT ON COLUMN crosswalk_counts.category IS 'Name that the scheme gives it.';
COMMENT ON COLUMN crosswalk_counts.part_of IS 'Code of the category that it is a part of.';
COMMENT ON COLUMN crosswalk_counts.concepts IS 'Ids of the concepts that it is counted by, those of its parts included; none: the taxonomy has nothing that stands for it.';
COMMENT ON COLUMN crosswalk_counts.families IS 'Number of families with at least one label in force of these concepts.';
COMMENT ON COLUMN crosswalk_counts.families_trusted IS 'Of these, those with at least one such label that counts without review; the others are undecided.';
