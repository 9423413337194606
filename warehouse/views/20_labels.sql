-- Grain: one row per passage, facet and concept in force.
-- What nobody decided is in force where its score reaches the threshold; what a person decided is as decided. The few
-- decided labels go into the same grouping as the suggestions: looking each label up among them would take as long as
-- all the rest.
CREATE VIEW labels AS
SELECT
    l.document, l.paragraph, l.facet, l.concept, coalesce(c.name, k.concept_name, l.concept) AS name, c.concept_group,
    l.score, l.threshold, l.model, coalesce(r.evidence, l.evidence) AS evidence, p.language,
    t.model IS NOT NULL OR l.decision IS NOT NULL AS trusted,
    CASE WHEN l.decision IS NOT NULL THEN 'decided' WHEN t.model IS NOT NULL THEN 'trusted' ELSE 'undecided' END AS standing,
    l.decision, k.decided_by, k.decided_at, k.why AS decided_why
FROM (
    SELECT
        document, paragraph, facet, concept, max(score) AS score,
        arg_max(threshold, score) AS threshold,
        arg_max(model, score) AS model,
        arg_max(evidence, score) AS evidence,
        max(decision) AS decision
    FROM (
        SELECT document, paragraph, facet, concept, score, threshold, model, evidence, NULL::BIGINT AS decision
        FROM raw.suggestions
        WHERE score >= threshold
        UNION ALL
        SELECT document, paragraph, facet, concept, score, threshold, model, evidence, decision
        FROM raw.label_placements
        WHERE in_force
    )
    GROUP BY document, paragraph, facet, concept
) AS l
JOIN raw.documents AS d ON d.sha256 = l.document
LEFT JOIN raw.label_placements AS r
    ON r.decision = l.decision AND r.document = l.document AND r.paragraph = l.paragraph
LEFT JOIN raw.label_decisions AS k ON k.id = l.decision
LEFT JOIN raw.concepts AS c ON c.taxonomy = d.taxonomy_version AND c.facet = l.facet AND c.id = l.concept
LEFT JOIN raw.passages AS p ON p.document = l.document AND p.paragraph = l.paragraph
LEFT JOIN raw.trusted_labels AS t
    ON t.model = l.model AND t.language = p.language AND t.facet = l.facet AND t.concept = l.concept
WHERE l.decision IS NULL OR r.verdict <> 'reject';
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
