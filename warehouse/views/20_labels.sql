-- Grain: one row per passage, facet and concept in force.
CREATE VIEW labels AS
SELECT l.*, p.language, t.model IS NOT NULL AS trusted, if(t.model IS NOT NULL, 'trusted', 'undecided') AS standing
FROM (
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
    GROUP BY s.document, s.paragraph, s.facet, s.concept
) AS l
LEFT JOIN raw.passages AS p ON p.document = l.document AND p.paragraph = l.paragraph
LEFT JOIN raw.trusted_labels AS t
    ON t.model = l.model AND t.language = p.language AND t.facet = l.facet AND t.concept = l.concept;
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
COMMENT ON COLUMN labels.language IS 'Language of the passage: ISO 639-1 code, or und.';
COMMENT ON COLUMN labels.trusted IS 'Whether it counts without review: in this language the model gives this label well enough (docs/quality.md).';
COMMENT ON COLUMN labels.standing IS 'trusted, or undecided: it waits for review (view labels_to_review).';
