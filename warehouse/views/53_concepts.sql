-- Grain: one row per facet and concept of all taxonomies that labels were given with.
-- Of several taxonomies that have it, the newest says what it is called.
CREATE VIEW concepts AS
SELECT
    c.facet, c.id AS concept, arg_max(c.name, t.loaded_at) AS name, arg_max(c.concept_group, t.loaded_at) AS concept_group,
    arg_max(c.definition, t.loaded_at) AS definition, arg_max(c.position, t.loaded_at) AS position,
    arg_max(c.taxonomy, t.loaded_at) AS taxonomy
FROM raw.concepts AS c
JOIN raw.taxonomies AS t ON t.version = c.taxonomy
GROUP BY c.facet, c.id;
COMMENT ON VIEW concepts IS 'What can be asked for: the frameworks, risk themes, levels, purposes and stakeholders with their definitions.';
COMMENT ON COLUMN concepts.facet IS 'framework, risk, level, purpose or stakeholder.';
COMMENT ON COLUMN concepts.concept IS 'Id of the concept within its facet; it is never used for another.';
COMMENT ON COLUMN concepts.name IS 'Name of the concept.';
COMMENT ON COLUMN concepts.concept_group IS 'Group of a risk theme: content, contact, conduct, contract or cross.';
COMMENT ON COLUMN concepts.definition IS 'What it stands for.';
COMMENT ON COLUMN concepts.position IS 'Place in its facet, counted from 1.';
COMMENT ON COLUMN concepts.taxonomy IS 'The newest version of the taxonomy that has it.';
