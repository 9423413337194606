-- Grain of each table:
--   raw.signatures         one row per document
--   raw.signature_bands    one row per document and band
--   raw.family_identities  one row per document that was linked
--   raw.document_pairs     one row per two documents and kind of what they have to do with each other
--   raw.families           one row per family
--   raw.family_members     one row per document
--   raw.family_decisions   one row per decision of a person on families
--
-- Signatures and bands are loaded with their document. The others follow from them, from the headers in force and from
-- the decisions, and are made again where one of these changes; no foreign key, since their rows come and go in the
-- transaction of their documents (see 0001_first). Decisions are never deleted: one is taken back by its withdrawn
-- columns. Documents that were loaded before have no signature; the next run makes it from their passages.

CREATE TYPE raw.pair_kind AS ENUM (
    'near_duplicate', 'translation', 'similar', 'doubtful_duplicate', 'doubtful_translation', 'symbol_collision'
);
CREATE TYPE raw.family_role AS ENUM ('original', 'translation', 'revision', 'addendum', 'corrigendum', 'copy');
CREATE TYPE raw.family_reason AS ENUM ('decision', 'symbol', 'near_duplicate', 'translation');
CREATE TYPE raw.family_action AS ENUM ('merge', 'split');

CREATE SEQUENCE raw.family_decision_ids;

CREATE TABLE raw.signatures (
    document VARCHAR PRIMARY KEY REFERENCES raw.documents (sha256),
    version VARCHAR NOT NULL,
    shingles INTEGER NOT NULL CHECK (shingles >= 0),
    minhash UINTEGER[] NOT NULL,
    figures UINTEGER[] NOT NULL,
    kinds VARCHAR NOT NULL,
    lengths INTEGER[] NOT NULL
);

-- Neither key nor index: they would cost more than the column; a band is looked up by a scan of small integers.
CREATE TABLE raw.signature_bands (
    document VARCHAR NOT NULL,
    band UINTEGER NOT NULL
);

CREATE TABLE raw.family_identities (
    document VARCHAR PRIMARY KEY,
    header VARCHAR NOT NULL,
    base VARCHAR,
    origin VARCHAR
);

CREATE TABLE raw.document_pairs (
    document VARCHAR NOT NULL,
    other VARCHAR NOT NULL CHECK (document < other),
    kind raw.pair_kind NOT NULL,
    similarity DOUBLE NOT NULL CHECK (similarity BETWEEN 0 AND 1),
    note VARCHAR NOT NULL
);

CREATE TABLE raw.families (
    id VARCHAR PRIMARY KEY,
    symbol VARCHAR,
    lead VARCHAR NOT NULL,
    members INTEGER NOT NULL CHECK (members >= 1)
);

CREATE TABLE raw.family_members (
    document VARCHAR PRIMARY KEY,
    family VARCHAR NOT NULL,
    role raw.family_role NOT NULL,
    part VARCHAR NOT NULL,
    revision INTEGER NOT NULL CHECK (revision >= 0),
    in_force BOOLEAN NOT NULL,
    lead BOOLEAN NOT NULL,
    reason raw.family_reason,
    linked_to VARCHAR,
    CHECK ((reason IS NULL) = (linked_to IS NULL)),
    CHECK (lead = (reason IS NULL))
);

CREATE TABLE raw.family_decisions (
    id BIGINT PRIMARY KEY DEFAULT nextval('raw.family_decision_ids'),
    action raw.family_action NOT NULL,
    document VARCHAR NOT NULL CHECK (length(document) = 64),
    other VARCHAR CHECK (length(other) = 64 AND other <> document),
    decided_by VARCHAR NOT NULL CHECK (decided_by <> ''),
    decided_at TIMESTAMPTZ NOT NULL,
    why VARCHAR NOT NULL CHECK (why <> ''),
    withdrawn_by VARCHAR,
    withdrawn_at TIMESTAMPTZ,
    withdrawn_why VARCHAR,
    CHECK (action = 'split' OR other IS NOT NULL),
    CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL)),
    CHECK ((withdrawn_at IS NULL) = (withdrawn_why IS NULL))
);

COMMENT ON TABLE raw.signatures IS 'What tells a document''s copies, revisions and translations without reading it again.';
COMMENT ON COLUMN raw.signatures.document IS 'sha256 of the document.';
COMMENT ON COLUMN raw.signatures.version IS 'Version of the signature; only those of one version can be compared.';
COMMENT ON COLUMN raw.signatures.shingles IS 'Number of different shingles (four words, or seven Chinese characters, in sequence).';
COMMENT ON COLUMN raw.signatures.minhash IS 'MinHash of the shingles; empty where the text is too short to tell.';
COMMENT ON COLUMN raw.signatures.figures IS 'Hashes of the numbers and addresses in the text; odd ones are more than a year or a small number.';
COMMENT ON COLUMN raw.signatures.kinds IS 'A letter for each passage behind the header block: H heading, T table row, N note, P other.';
COMMENT ON COLUMN raw.signatures.lengths IS 'Characters of the same passages.';

COMMENT ON TABLE raw.signature_bands IS 'Hashes of parts of the signature: documents that share one are compared.';
COMMENT ON COLUMN raw.signature_bands.document IS 'sha256 of the document.';
COMMENT ON COLUMN raw.signature_bands.band IS 'The hash.';

COMMENT ON TABLE raw.family_identities IS 'What of a header the document was linked by; where it has changed since, the document is linked again.';
COMMENT ON COLUMN raw.family_identities.document IS 'sha256 of the document.';
COMMENT ON COLUMN raw.family_identities.header IS 'Hash of the header fields and the signature''s version that it was linked by.';
COMMENT ON COLUMN raw.family_identities.base IS 'The symbol without suffixes and language: what all versions have in common.';
COMMENT ON COLUMN raw.family_identities.origin IS 'States and date: what language versions have in common, if not only they.';

COMMENT ON TABLE raw.document_pairs IS 'What two documents have to do with each other.';
COMMENT ON COLUMN raw.document_pairs.document IS 'sha256 of the one, the smaller.';
COMMENT ON COLUMN raw.document_pairs.other IS 'sha256 of the other.';
COMMENT ON COLUMN raw.document_pairs.kind IS 'near_duplicate and translation are links; similar is listed; the others are for a person to look at.';
COMMENT ON COLUMN raw.document_pairs.similarity IS 'How alike they are, 0 to 1: the texts, or for translations the numbers and the build.';
COMMENT ON COLUMN raw.document_pairs.note IS 'Why, in plain words.';

COMMENT ON TABLE raw.families IS 'The language versions, revisions, addenda and copies of one document: counted once.';
COMMENT ON COLUMN raw.families.id IS 'Derived from the symbol, or from the smallest sha256 where it has none of its own.';
COMMENT ON COLUMN raw.families.symbol IS 'Symbol without suffixes and language.';
COMMENT ON COLUMN raw.families.lead IS 'sha256 of the member that speaks for it: the newest revision in the original language.';
COMMENT ON COLUMN raw.families.members IS 'Number of its documents.';

COMMENT ON TABLE raw.family_members IS 'A document in its family.';
COMMENT ON COLUMN raw.family_members.document IS 'sha256 of the document.';
COMMENT ON COLUMN raw.family_members.family IS 'Id of the family.';
COMMENT ON COLUMN raw.family_members.role IS 'original, translation, revision, addendum, corrigendum, or copy (one version in one language twice).';
COMMENT ON COLUMN raw.family_members.part IS 'The addendum or corrigendum, e.g. Add.1; empty for the document itself.';
COMMENT ON COLUMN raw.family_members.revision IS 'Number of the revision; 0 for the first version.';
COMMENT ON COLUMN raw.family_members.in_force IS 'Whether it is the newest revision, and no copy; addenda and corrigenda are in force beside the document.';
COMMENT ON COLUMN raw.family_members.lead IS 'Whether it speaks for the family.';
COMMENT ON COLUMN raw.family_members.reason IS 'Why it is in the family: decision, symbol, near_duplicate or translation; empty for the lead.';
COMMENT ON COLUMN raw.family_members.linked_to IS 'sha256 of the member that this reason links it to; empty for the lead.';

COMMENT ON TABLE raw.family_decisions IS 'What a person decided on families; it wins over every computed link, and is never deleted.';
COMMENT ON COLUMN raw.family_decisions.id IS 'Number of the decision, counted from 1.';
COMMENT ON COLUMN raw.family_decisions.action IS 'merge: the two are one; split: the document is not one with the other, or with none where no other is named.';
COMMENT ON COLUMN raw.family_decisions.document IS 'sha256 of the document.';
COMMENT ON COLUMN raw.family_decisions.other IS 'sha256 of the other document.';
COMMENT ON COLUMN raw.family_decisions.decided_by IS 'Who decided.';
COMMENT ON COLUMN raw.family_decisions.decided_at IS 'When.';
COMMENT ON COLUMN raw.family_decisions.why IS 'Why, in the words of who decided.';
COMMENT ON COLUMN raw.family_decisions.withdrawn_by IS 'Who took it back; empty while it stands.';
COMMENT ON COLUMN raw.family_decisions.withdrawn_at IS 'When it was taken back.';
COMMENT ON COLUMN raw.family_decisions.withdrawn_why IS 'Why it was taken back.';
