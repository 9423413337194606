-- Grain: one row per passage, facet and concept in force.
-- What nobody decided is in force where its score reaches the threshold; what a person decided is as decided. The
-- decisions are few: the suggestions are scanned once, and what was decided is looked up in a small table.
CREATE VIEW labels AS
SELECT
    l.*, p.language, t.model IS NOT NULL AS trusted, if(t.model IS NOT NULL, 'trusted', 'undecided') AS standing,
    NULL::BIGINT AS decision, NULL::VARCHAR AS decided_by, NULL::TIMESTAMPTZ AS decided_at, NULL::VARCHAR AS decided_why
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
    ON t.model = l.model AND t.language = p.language AND t.facet = l.facet AND t.concept = l.concept
WHERE NOT EXISTS (
    SELECT 1
    FROM raw.label_placements AS r
    WHERE r.in_force AND r.document = l.document AND r.paragraph = l.paragraph AND r.facet = l.facet
        AND r.concept = l.concept
)
UNION ALL
SELECT
    r.document, r.paragraph, r.facet, r.concept, coalesce(c.name, k.concept_name) AS name, c.concept_group, r.score,
    r.threshold, r.model, r.evidence, r.language, true AS trusted, 'decided' AS standing, k.id AS decision,
    k.decided_by, k.decided_at, k.why AS decided_why
FROM raw.label_placements AS r
JOIN raw.label_decisions AS k ON k.id = r.decision
JOIN raw.documents AS d ON d.sha256 = r.document
LEFT JOIN raw.concepts AS c ON c.taxonomy = d.taxonomy_version AND c.facet = r.facet AND c.id = r.concept
WHERE r.in_force AND r.verdict <> 'reject';
COMMENT ON VIEW labels IS 'What is in force: the concepts whose suggestion reaches its threshold, without those that a person rejected, with those that a person accepted or added.';
COMMENT ON COLUMN labels.document IS 'sha256 of the document.';
COMMENT ON COLUMN labels.paragraph IS 'Place of the passage in the document, counted from 1 over all its passages.';
COMMENT ON COLUMN labels.facet IS 'framework, risk, level, purpose or stakeholder.';
COMMENT ON COLUMN labels.concept IS 'Id of the concept within its facet.';
COMMENT ON COLUMN labels.name IS 'Name of the concept; its id where the taxonomy was not loaded; its name then, where a person decided it and the taxonomy has it no more.';
COMMENT ON COLUMN labels.concept_group IS 'Group of the concept, e.g. contact for a risk theme.';
COMMENT ON COLUMN labels.score IS 'How sure the model is, 0 to 1; of several models the surest; empty where a person added what no model suggests.';
COMMENT ON COLUMN labels.threshold IS 'The score from which the label is in force without a person; empty where no model suggests it.';
COMMENT ON COLUMN labels.model IS 'Name and version of what gave it; empty where no model suggests it.';
COMMENT ON COLUMN labels.evidence IS 'Half-open character offsets in the text of the passage that earned it.';
COMMENT ON COLUMN labels.language IS 'Language of the passage: ISO 639-1 code, or und.';
COMMENT ON COLUMN labels.trusted IS 'Whether it counts without review: a person decided it, or in this language the model gives this label well enough (docs/quality.md).';
COMMENT ON COLUMN labels.standing IS 'decided: a person accepted or added it; trusted: the model gives it well enough; undecided: it waits for review (view labels_to_review).';
COMMENT ON COLUMN labels.decision IS 'Number of the decision of a person; empty where nobody decided.';
COMMENT ON COLUMN labels.decided_by IS 'Who decided; empty where nobody did.';
COMMENT ON COLUMN labels.decided_at IS 'When it was decided.';
COMMENT ON COLUMN labels.decided_why IS 'Why, in the words of who decided.';
