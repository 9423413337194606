-- Grain: one row per decision on a label that stands and finds no passage in its document as that is read now.
CREATE VIEW unplaced_decisions AS
SELECT
    k.id, k.document, h.symbol, k.facet, k.concept, k.concept_name AS name, k.verdict, k.paragraph, k.text,
    coalesce(r.reason, 'It has not been placed yet; the next run does it.') AS reason, k.decided_by, k.decided_at, k.why
FROM raw.label_decisions AS k
LEFT JOIN headers_in_force AS h ON h.document = k.document
LEFT JOIN (
    SELECT decision, document, any_value(reason) AS reason, bool_or(paragraph IS NOT NULL) AS placed
    FROM raw.label_placements
    GROUP BY decision, document
) AS r ON r.decision = k.id AND r.document = k.document
WHERE k.withdrawn_at IS NULL AND NOT coalesce(r.placed, false);
COMMENT ON VIEW unplaced_decisions IS 'Decisions on labels that do not count since their passage is not in the document as it is read now; they count again when it comes back.';
COMMENT ON COLUMN unplaced_decisions.id IS 'Number of the decision.';
COMMENT ON COLUMN unplaced_decisions.document IS 'sha256 of the document.';
COMMENT ON COLUMN unplaced_decisions.symbol IS 'Document number.';
COMMENT ON COLUMN unplaced_decisions.facet IS 'framework, risk, level, purpose or stakeholder.';
COMMENT ON COLUMN unplaced_decisions.concept IS 'Id of the concept within its facet.';
COMMENT ON COLUMN unplaced_decisions.name IS 'Name that the concept had when it was decided.';
COMMENT ON COLUMN unplaced_decisions.verdict IS 'accept, reject or add.';
COMMENT ON COLUMN unplaced_decisions.paragraph IS 'Place that the passage had when it was decided.';
COMMENT ON COLUMN unplaced_decisions.text IS 'Text of the passage as the person saw it.';
COMMENT ON COLUMN unplaced_decisions.reason IS 'Why it found no passage.';
COMMENT ON COLUMN unplaced_decisions.decided_by IS 'Who decided.';
COMMENT ON COLUMN unplaced_decisions.decided_at IS 'When.';
COMMENT ON COLUMN unplaced_decisions.why IS 'Why, in the words of who decided.';
