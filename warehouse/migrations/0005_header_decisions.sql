-- Grain: raw.header_decisions has one row per decision of a person on one header field of one document.
-- It names its document without a foreign key: nothing that happens to a document may touch what a person decided of it.
-- No row is deleted. A decision is taken back by its three withdrawn columns; of several that stand the newest counts.

CREATE SEQUENCE raw.header_decision_ids;

CREATE TABLE raw.header_decisions (
    id BIGINT PRIMARY KEY DEFAULT nextval('raw.header_decision_ids'),
    document VARCHAR NOT NULL CHECK (length(document) = 64),
    field VARCHAR NOT NULL CHECK (field <> ''),
    value VARCHAR NOT NULL,
    follows BIGINT,
    decided_by VARCHAR NOT NULL CHECK (decided_by <> ''),
    decided_at TIMESTAMPTZ NOT NULL,
    why VARCHAR NOT NULL CHECK (why <> ''),
    withdrawn_by VARCHAR,
    withdrawn_at TIMESTAMPTZ,
    withdrawn_why VARCHAR,
    CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL)),
    CHECK ((withdrawn_at IS NULL) = (withdrawn_why IS NULL))
);

COMMENT ON TABLE raw.header_decisions IS 'What a person decided on a header field; it wins over what was read, and is never deleted.';
COMMENT ON COLUMN raw.header_decisions.id IS 'Number of the decision, counted from 1.';
COMMENT ON COLUMN raw.header_decisions.document IS 'sha256 of the document.';
COMMENT ON COLUMN raw.header_decisions.field IS 'Name of the field in the header; also language and kind.';
COMMENT ON COLUMN raw.header_decisions.value IS 'Value as text: dates in ISO 8601, sources and original languages as JSON lists; empty: the document has none.';
COMMENT ON COLUMN raw.header_decisions.follows IS 'The decision that it follows from: body and meeting follow from a symbol; empty for a decision of its own.';
COMMENT ON COLUMN raw.header_decisions.decided_by IS 'Who decided.';
COMMENT ON COLUMN raw.header_decisions.decided_at IS 'When.';
COMMENT ON COLUMN raw.header_decisions.why IS 'Why, in the words of who decided.';
COMMENT ON COLUMN raw.header_decisions.withdrawn_by IS 'Who took it back; empty while it stands.';
COMMENT ON COLUMN raw.header_decisions.withdrawn_at IS 'When it was taken back.';
COMMENT ON COLUMN raw.header_decisions.withdrawn_why IS 'Why it was taken back.';
