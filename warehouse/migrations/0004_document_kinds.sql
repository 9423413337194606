-- Grain: raw.header_doubts has one row per document and thing to look at in its header.
-- Documents that were loaded before have no kind, action, status, region or category until they are read again.

ALTER TABLE raw.documents ADD COLUMN kind VARCHAR;
ALTER TABLE raw.documents ADD COLUMN kind_reason VARCHAR;
ALTER TABLE raw.headers ADD COLUMN action VARCHAR;
ALTER TABLE raw.headers ADD COLUMN status VARCHAR;
ALTER TABLE raw.sources ADD COLUMN organisation VARCHAR;
ALTER TABLE raw.sources ADD COLUMN region VARCHAR;
ALTER TABLE raw.sources ADD COLUMN category VARCHAR;

CREATE TABLE raw.header_doubts (
    document VARCHAR NOT NULL REFERENCES raw.documents (sha256),
    position INTEGER NOT NULL CHECK (position >= 1),
    field VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    value VARCHAR,
    page INTEGER CHECK (page >= 1),
    span STRUCT("start" INTEGER, "end" INTEGER),
    PRIMARY KEY (document, position)
);

COMMENT ON COLUMN raw.documents.kind IS 'What the document is for, e.g. contribution; other where no rule told it.';
COMMENT ON COLUMN raw.documents.kind_reason IS 'Why it is of this kind, in plain words.';
COMMENT ON COLUMN raw.headers.action IS 'What the meeting is asked to do: action or information.';
COMMENT ON COLUMN raw.headers.status IS 'State of the text: draft, final, revision, addendum or corrigendum.';
COMMENT ON COLUMN raw.sources.organisation IS 'The one name of a known organisation, whatever the language it is written in.';
COMMENT ON COLUMN raw.sources.region IS 'ITU region of the State: AFR, AMS, ARB, ASP, CIS or EUR.';
COMMENT ON COLUMN raw.sources.category IS 'What the source is to the Union, e.g. member_state; empty where it cannot be told.';

COMMENT ON TABLE raw.header_doubts IS 'What a person should look at in a header, with the other reading where the first page has two.';
COMMENT ON COLUMN raw.header_doubts.document IS 'sha256 of the document.';
COMMENT ON COLUMN raw.header_doubts.position IS 'Place among the doubts of the header, counted from 1.';
COMMENT ON COLUMN raw.header_doubts.field IS 'Name of the field in the header.';
COMMENT ON COLUMN raw.header_doubts.reason IS 'Why a person should look, in plain words.';
COMMENT ON COLUMN raw.header_doubts.value IS 'The reading that is not in the field.';
COMMENT ON COLUMN raw.header_doubts.page IS 'Page of the other reading, counted from 1.';
COMMENT ON COLUMN raw.header_doubts.span IS 'Half-open character offsets of the other reading in the text of the header.';
