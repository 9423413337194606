-- Grain: one row per decision of a person on one header field of one document.
-- A decision of its own comes before one that follows from another; of several the newest counts.
CREATE VIEW header_decisions AS
SELECT
    id, document, field, value, follows, decided_by, decided_at, why, withdrawn_by, withdrawn_at, withdrawn_why,
    withdrawn_at IS NULL AND id = first_value(id) OVER (
        PARTITION BY document, field
        ORDER BY withdrawn_at IS NOT NULL, follows IS NOT NULL, id DESC
    ) AS in_force
FROM raw.header_decisions;
COMMENT ON VIEW header_decisions IS 'All that people decided on header fields, with what was taken back or replaced since.';
COMMENT ON COLUMN header_decisions.id IS 'Number of the decision, counted from 1.';
COMMENT ON COLUMN header_decisions.document IS 'sha256 of the document.';
COMMENT ON COLUMN header_decisions.field IS 'Name of the field in the header; also language and kind.';
COMMENT ON COLUMN header_decisions.value IS 'Value as text: dates in ISO 8601, sources and original languages as JSON lists; empty: the document has none.';
COMMENT ON COLUMN header_decisions.follows IS 'The decision that it follows from: body and meeting follow from a symbol.';
COMMENT ON COLUMN header_decisions.decided_by IS 'Who decided.';
COMMENT ON COLUMN header_decisions.decided_at IS 'When.';
COMMENT ON COLUMN header_decisions.why IS 'Why, in the words of who decided.';
COMMENT ON COLUMN header_decisions.withdrawn_by IS 'Who took it back; empty while it stands.';
COMMENT ON COLUMN header_decisions.withdrawn_at IS 'When it was taken back.';
COMMENT ON COLUMN header_decisions.withdrawn_why IS 'Why it was taken back.';
COMMENT ON COLUMN header_decisions.in_force IS 'Whether it is the one that counts for its document and field.';
