-- Grain: one row per passage, facet and concept in force.
CREATE VIEW labels AS
SELECT
    s.document, s.paragraph, s.facet, s.concept,
    coalesce(any_value(c.name), s.concept) AS name,
    any_value(c.concept_group) AS concept_group,
    max(s.score) AS score,
    arg_max(s.threshold, s.score) AS threshold,
    arg_max(s.model, s.score) AS model,
    arg_max(s.evidence, s.score) AS evidence
FROM raw.suggestions AS s
JOIN raw.documents AS d ON d.sha256 = s.document
LEFT JOIN raw.concepts AS c ON c.taxonomy = d.taxonomy_version AND c.facet = s.facet AND c.id = s.concept
WHERE s.score >= s.threshold
GROUP BY s.document, s.paragraph, s.facet, s.concept;
COMMENT ON VIEW labels IS 'What is in force: the concepts whose suggestion reaches its threshold.';
COMMENT ON COLUMN labels.document IS 'sha256 of the document.';
COMMENT ON COLUMN labels.paragraph IS 'Id of the passage.';
COMMENT ON COLUMN labels.facet IS 'framework, risk, level, purpose or stakeholder.';
COMMENT ON COLUMN labels.concept IS 'Id of the concept within its facet.';
COMMENT ON COLUMN labels.name IS 'Name of the concept; its id where the taxonomy was not loaded.';
COMMENT ON COLUMN labels.concept_group IS 'Group of the concept, e.g. contact for a risk theme.';
COMMENT ON COLUMN labels.score IS 'How sure the model is, 0 to 1; of several models the surest.';
COMMENT ON COLUMN labels.threshold IS 'The score from which the label is in force.';
COMMENT ON COLUMN labels.model IS 'Name and version of what gave it.';
COMMENT ON COLUMN labels.evidence IS 'Half-open character offsets in the text of the passage that earned it.';
