-- Grain: one row per risk theme and source country.
-- A family raises a theme where any of its documents in force does, and comes from the sources of all of these.
CREATE VIEW documents_by_risk AS
SELECT
    l.concept, any_value(l.name) AS name, any_value(l.concept_group) AS concept_group, s.iso3,
    any_value(s.country) AS country, count(*) AS documents, count(*) FILTER (l.trusted) AS documents_trusted
FROM family_concepts AS l
JOIN family_states AS s ON s.family = l.family
WHERE l.facet = 'risk'
GROUP BY l.concept, s.iso3;
COMMENT ON VIEW documents_by_risk IS 'How many documents raise a risk theme, by source country; families are counted, not documents; a joint contribution counts for each of its States, so rows do not add up.';
COMMENT ON COLUMN documents_by_risk.concept IS 'Id of the risk theme.';
COMMENT ON COLUMN documents_by_risk.name IS 'Name of the risk theme.';
COMMENT ON COLUMN documents_by_risk.concept_group IS 'content, contact, conduct, contract or cross.';
COMMENT ON COLUMN documents_by_risk.iso3 IS 'ISO 3166-1 alpha-3 code of the State; empty for sources that are no State, or unknown.';
COMMENT ON COLUMN documents_by_risk.country IS 'Name of the State in English; empty for sources that are no State, or unknown.';
COMMENT ON COLUMN documents_by_risk.documents IS 'Number of families with at least one such label in force.';
COMMENT ON COLUMN documents_by_risk.documents_trusted IS 'Of these, those with at least one such label that counts without review; the others are undecided.';
