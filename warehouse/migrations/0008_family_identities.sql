-- Grain: raw.family_identities has one row per document that was linked.
-- It keeps all that a document is linked by, so that those which a new one is compared with need no look at their
-- headers. Its rows follow from the headers in force; the next run makes them again.

DROP TABLE raw.family_identities;

-- Without a primary key: a row is replaced by delete and insert, within the transaction of its document.
CREATE TABLE raw.family_identities (
    document VARCHAR NOT NULL,
    base VARCHAR,
    origin VARCHAR,
    base_hash UINTEGER,
    origin_hash UINTEGER,
    symbol VARCHAR,
    confidence DOUBLE NOT NULL CHECK (confidence BETWEEN 0 AND 1),
    language VARCHAR NOT NULL,
    originals VARCHAR[] NOT NULL,
    document_date DATE,
    meeting_date DATE,
    media_type VARCHAR NOT NULL,
    sources STRUCT("name" VARCHAR, iso3 VARCHAR, organisation VARCHAR)[] NOT NULL
);

COMMENT ON TABLE raw.family_identities IS 'What of a header the document was linked by; where it has changed since, the document is linked again.';
COMMENT ON COLUMN raw.family_identities.document IS 'sha256 of the document.';
COMMENT ON COLUMN raw.family_identities.base IS 'The symbol without suffixes and language: what all versions have in common.';
COMMENT ON COLUMN raw.family_identities.origin IS 'States and date: what language versions have in common, if not only they.';
COMMENT ON COLUMN raw.family_identities.base_hash IS 'Hash of base: a look-up scans small integers.';
COMMENT ON COLUMN raw.family_identities.origin_hash IS 'Hash of origin.';
COMMENT ON COLUMN raw.family_identities.symbol IS 'Document number.';
COMMENT ON COLUMN raw.family_identities.confidence IS 'How sure the reading of the document number is, 0 to 1; 1 where a person decided it.';
COMMENT ON COLUMN raw.family_identities.language IS 'Language of most of its text: ISO 639-1 code, or und.';
COMMENT ON COLUMN raw.family_identities.originals IS 'Languages of the original: ISO 639-1 codes.';
COMMENT ON COLUMN raw.family_identities.document_date IS 'Date of the document.';
COMMENT ON COLUMN raw.family_identities.meeting_date IS 'First day of the meeting.';
COMMENT ON COLUMN raw.family_identities.media_type IS 'Kind of file, as told from its bytes.';
COMMENT ON COLUMN raw.family_identities.sources IS 'Who submitted it: name as written, code of a State, one name of a known organisation.';
