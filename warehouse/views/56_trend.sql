-- Grain: one row per facet, concept and year, from the first year with documents to the last.
-- A year in which nobody speaks of a concept has a row with 0. Families without any date are in no year.
CREATE VIEW trend AS
WITH years AS (
    SELECT year, count(*) AS contributions FROM documents GROUP BY year
),
counted AS (
    SELECT
        l.facet, l.concept, any_value(l.name) AS name, any_value(l.concept_group) AS concept_group, d.year,
        count(*) AS families, count(*) FILTER (l.trusted) AS families_trusted
    FROM family_concepts AS l
    JOIN documents AS d ON d.family = l.family
    GROUP BY l.facet, l.concept, d.year
)
SELECT
    facet, concept, name, concept_group, year, families, families_trusted, contributions,
    round(families / contributions, 4) AS share,
    families - lag(families) OVER by_year AS change,
    round(families / contributions - lag(families / contributions) OVER by_year, 4) AS share_change
FROM (
    SELECT
        c.facet, c.concept, c.name, c.concept_group, y.year, coalesce(n.families, 0) AS families,
        coalesce(n.families_trusted, 0) AS families_trusted, a.contributions
    FROM (
        SELECT facet, concept, name, concept_group FROM concepts
        UNION
        SELECT facet, concept, name, concept_group FROM counted
    ) AS c
    CROSS JOIN (SELECT unnest(generate_series(min(year), max(year)))::INTEGER AS year FROM years) AS y
    LEFT JOIN counted AS n ON n.facet = c.facet AND n.concept = c.concept AND n.year = y.year
    LEFT JOIN years AS a ON a.year = y.year
)
WINDOW by_year AS (PARTITION BY facet, concept ORDER BY year);
COMMENT ON VIEW trend IS 'How many documents speak of a concept year over year, with their share of all documents of the year and the change since the year before; a joint contribution counts once; family_concepts has the families, label_evidence their words.';
COMMENT ON COLUMN trend.facet IS 'framework, risk, level, purpose or stakeholder.';
COMMENT ON COLUMN trend.concept IS 'Id of the concept within its facet.';
COMMENT ON COLUMN trend.name IS 'Name of the concept.';
COMMENT ON COLUMN trend.concept_group IS 'Group of a risk theme: content, contact, conduct, contract or cross.';
COMMENT ON COLUMN trend.year IS 'Year of the meeting, or of the document where no date of the meeting is known.';
COMMENT ON COLUMN trend.families IS 'Number of families with at least one such label in force.';
COMMENT ON COLUMN trend.families_trusted IS 'Of these, those with at least one such label that counts without review; the others are undecided.';
COMMENT ON COLUMN trend.contributions IS 'Number of all families of the year; empty where there are none.';
COMMENT ON COLUMN trend.share IS 'families as a share of contributions, 0 to 1; empty in a year without any.';
COMMENT ON COLUMN trend.change IS 'families less those of the year before; empty in the first year.';
COMMENT ON COLUMN trend.share_change IS 'share less that of the year before: 0.05 is five percentage points; empty where one of both years has no documents.';
