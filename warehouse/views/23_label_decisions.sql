-- Grain: one row per decision of a person on one label of one passage.
CREATE VIEW label_decisions AS
SELECT
    k.id, k.document, h.symbol, k.facet, k.concept, k.concept_name AS name, k.taxonomy, k.verdict, k.suggested_score,
    k.suggested_threshold, k.suggested_model, k.language, k.text,
    list_transform(k.quotes, lambda span: substring(k.text, span."start" + 1, span."end" - span."start")) AS quotes,
    k.decided_by, k.decided_at, k.why, k.withdrawn_by, k.withdrawn_at, k.withdrawn_why,
    k.withdrawn_at IS NULL AND coalesce(r.in_force, false) AS in_force, coalesce(r.paragraphs, []) AS paragraphs,
    coalesce(r.versions, []) AS versions
FROM raw.label_decisions AS k
LEFT JOIN headers_in_force AS h ON h.document = k.document
LEFT JOIN (
    SELECT
        p.decision, bool_or(p.in_force) AS in_force,
        list(p.paragraph ORDER BY p.paragraph) FILTER (p.paragraph IS NOT NULL AND p.document = o.document) AS paragraphs,
        list(DISTINCT p.document ORDER BY p.document) FILTER (p.document <> o.document) AS versions
    FROM raw.label_placements AS p
    JOIN raw.label_decisions AS o ON o.id = p.decision
    GROUP BY p.decision
) AS r ON r.decision = k.id;
COMMENT ON VIEW label_decisions IS 'All that people decided on labels, with what was taken back or replaced since.';
COMMENT ON COLUMN label_decisions.id IS 'Number of the decision, counted from 1.';
COMMENT ON COLUMN label_decisions.document IS 'sha256 of the document.';
COMMENT ON COLUMN label_decisions.symbol IS 'Document number.';
COMMENT ON COLUMN label_decisions.facet IS 'framework, risk, level, purpose or stakeholder.';
COMMENT ON COLUMN label_decisions.concept IS 'Id of the concept within its facet.';
COMMENT ON COLUMN label_decisions.name IS 'Name that the concept had when it was decided.';
COMMENT ON COLUMN label_decisions.taxonomy IS 'Version of the taxonomy that it was chosen from.';
COMMENT ON COLUMN label_decisions.verdict IS 'accept or reject what was suggested, or add what was not.';
COMMENT ON COLUMN label_decisions.suggested_score IS 'How sure the model was then, 0 to 1; empty where it suggested nothing.';
COMMENT ON COLUMN label_decisions.suggested_threshold IS 'The score from which the suggestion would have been in force then.';
COMMENT ON COLUMN label_decisions.suggested_model IS 'Name and version of what had suggested it.';
COMMENT ON COLUMN label_decisions.language IS 'Language of the passage: ISO 639-1 code, or und.';
COMMENT ON COLUMN label_decisions.text IS 'Text of the passage as the person saw it.';
COMMENT ON COLUMN label_decisions.quotes IS 'The words in it that the decision rests on; empty: the whole passage.';
COMMENT ON COLUMN label_decisions.decided_by IS 'Who decided.';
COMMENT ON COLUMN label_decisions.decided_at IS 'When.';
COMMENT ON COLUMN label_decisions.why IS 'Why, in the words of who decided.';
COMMENT ON COLUMN label_decisions.withdrawn_by IS 'Who took it back or decided anew; empty while it stands.';
COMMENT ON COLUMN label_decisions.withdrawn_at IS 'When it was taken back or replaced.';
COMMENT ON COLUMN label_decisions.withdrawn_why IS 'Why it was taken back, or which decision replaced it.';
COMMENT ON COLUMN label_decisions.in_force IS 'Whether it counts for a passage now.';
COMMENT ON COLUMN label_decisions.paragraphs IS 'Where it stands in its document as that is read now; empty where it found no passage (view unplaced_decisions).';
COMMENT ON COLUMN label_decisions.versions IS 'sha256 of other versions of the document that have the same passage, for which it holds too.';
