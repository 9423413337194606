-- Grain: one row per level, framework category and year.
-- What counts is a passage that has both labels: the framework at this level.
CREATE VIEW levels AS
WITH names AS (
    SELECT facet, concept, name FROM concepts
)
SELECT
    n.level, coalesce(v.name, n.level) AS level_name, n.framework, coalesce(f.name, n.framework) AS framework_name,
    n.year, n.families, n.families_trusted, n.passages
FROM (
    SELECT
        l.level, l.framework, d.year, count(DISTINCT t.family) AS families,
        count(DISTINCT t.family) FILTER (
            NOT list_contains(l.undecided, {'facet': 'level', 'concept': l.level})
            AND NOT list_contains(l.undecided, {'facet': 'framework', 'concept': l.framework})
        ) AS families_trusted,
        count(*) FILTER (t.listed) AS passages
    FROM (
        SELECT document, undecided, level, unnest(frameworks) AS framework
        FROM (
            SELECT document, undecided, frameworks, unnest(levels) AS level
            FROM passage_labels
            WHERE len(frameworks) > 0 AND len(levels) > 0
        )
    ) AS l
    JOIN texts_in_force AS t ON t.document = l.document
    JOIN documents AS d ON d.family = t.family
    GROUP BY l.level, l.framework, d.year
) AS n
LEFT JOIN names AS v ON v.facet = 'level' AND v.concept = n.level
LEFT JOIN names AS f ON f.facet = 'framework' AND f.concept = n.framework;
COMMENT ON VIEW levels IS 'At which level the documents report on which framework category, by year: those with a passage that has both labels; a joint contribution counts once. Years of one level and framework add up; levels and frameworks do not; passages_with_labels has the passages.';
COMMENT ON COLUMN levels.level IS 'Id of the level: national, regional or international.';
COMMENT ON COLUMN levels.level_name IS 'Name of the level.';
COMMENT ON COLUMN levels.framework IS 'Id of the framework category.';
COMMENT ON COLUMN levels.framework_name IS 'Name of the framework category.';
COMMENT ON COLUMN levels.year IS 'Year of the meeting, or of the document where no date of the meeting is known; empty where neither is.';
COMMENT ON COLUMN levels.families IS 'Number of families with at least one passage that has both labels in force.';
COMMENT ON COLUMN levels.families_trusted IS 'Of these, those with at least one passage where both count without review; the others are undecided.';
COMMENT ON COLUMN levels.passages IS 'Number of such passages, those of one language version.';
