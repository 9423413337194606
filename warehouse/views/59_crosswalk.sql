-- Grain: one row per scheme, category of it and concept that stands for the category.
CREATE VIEW crosswalk AS
SELECT
    k.scheme, k.scheme_name, k.position, k.code, k.name AS category, k.part_of, w.facet, w.concept,
    coalesce(c.name, w.concept) AS name
FROM raw.crosswalk_categories AS k
JOIN raw.crosswalk AS w ON w.scheme = k.scheme AND w.code = k.code
LEFT JOIN concepts AS c ON c.facet = w.facet AND c.concept = w.concept;
COMMENT ON VIEW crosswalk IS 'What the concepts are called in other schemes: the pillars of the Global Cybersecurity Agenda, the domains of the WeProtect Model National Response, the 4Cs and the OECD typology.';
COMMENT ON COLUMN crosswalk.scheme IS 'gca, mnr, co4c or oecd.';
COMMENT ON COLUMN crosswalk.scheme_name IS 'Name of the scheme with who made it and when.';
COMMENT ON COLUMN crosswalk.position IS 'Place of the category in its scheme, counted from 1.';
COMMENT ON COLUMN crosswalk.code IS 'The category in its scheme.';
COMMENT ON COLUMN crosswalk.category IS 'Name that the scheme gives it.';
COMMENT ON COLUMN crosswalk.part_of IS 'Code of the category that it is a part of.';
COMMENT ON COLUMN crosswalk.facet IS 'framework or risk.';
COMMENT ON COLUMN crosswalk.concept IS 'Id of the concept within its facet.';
COMMENT ON COLUMN crosswalk.name IS 'Name of the concept.';
