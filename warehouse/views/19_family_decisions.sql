-- Grain: one row per decision of a person on families.
CREATE VIEW family_decisions AS
SELECT
    id, action, document, other, decided_by, decided_at, why, withdrawn_by, withdrawn_at, withdrawn_why,
    withdrawn_at IS NULL AS in_force
FROM raw.family_decisions;
COMMENT ON VIEW family_decisions IS 'All that people decided on families, with what was taken back since; of contrary ones the later counts.';
COMMENT ON COLUMN family_decisions.id IS 'Number of the decision, counted from 1.';
COMMENT ON COLUMN family_decisions.action IS 'merge: the two are one; split: the document is not one with the other, or with none where no other is named.';
COMMENT ON COLUMN family_decisions.document IS 'sha256 of the document.';
COMMENT ON COLUMN family_decisions.other IS 'sha256 of the other document.';
COMMENT ON COLUMN family_decisions.decided_by IS 'Who decided.';
COMMENT ON COLUMN family_decisions.decided_at IS 'When.';
COMMENT ON COLUMN family_decisions.why IS 'Why, in the words of who decided.';
COMMENT ON COLUMN family_decisions.withdrawn_by IS 'Who took it back; empty while it stands.';
COMMENT ON COLUMN family_decisions.withdrawn_at IS 'When it was taken back.';
COMMENT ON COLUMN family_decisions.withdrawn_why IS 'Why it was taken back.';
COMMENT ON COLUMN family_decisions.in_force IS 'Whether it stands.';
