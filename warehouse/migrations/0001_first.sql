-- Grain of each table:
--   raw.schema_migrations  one row per migration that was applied
--   raw.runs               one row per start of the ingest flow
--   raw.submissions        one row per file as somebody dropped it
--   raw.failures           one row per submission and time that it could not be read, classified or loaded
--   raw.taxonomies         one row per taxonomy version
--   raw.concepts           one row per taxonomy version, facet and concept
--   raw.documents          one row per content (sha256)
--   raw.headers            one row per document
--   raw.header_provenance  one row per document and header field that was found
--   raw.sources            one row per document and submitting source
--   raw.readings           one row per document
--   raw.passages           one row per document and passage
--   raw.revisions          one row per passage and tracked change
--   raw.remarks            one row per document and reviewer's comment
--   raw.tables             one row per document and table
--   raw.cells              one row per table and cell (a merged cell is one)
--   raw.suggestions        one row per passage, facet, concept and model
--
-- Layers: only the loader writes the tables, and they lie in the schema `raw`; analysts read the views of the schema
-- `main`, whose names and columns are the promise. So a table may be rebuilt by a later migration without a query
-- noticing.
--
-- Foreign keys: DuckDB checks them against its index, which still holds a parent row that the same transaction
-- deleted; deleting and inserting a parent again in one transaction therefore fails, and so does updating a list or
-- an indexed column of a parent, which DuckDB does by delete and insert. A reload must be one transaction. Hence a row
-- of raw.documents is never deleted, only updated in place (and has scalar columns only), all that belongs to it
-- points straight to raw.documents, and is deleted and inserted. Passages are no parents, for the same reason: that a
-- suggestion names a passage of its document is checked by the loader. UPDATE ... RETURNING is a delete and insert too.
-- raw.submissions names its run and its original without a foreign key, since both columns change in place.

CREATE SCHEMA IF NOT EXISTS raw;

CREATE TYPE raw.outcome AS ENUM ('loaded', 'duplicate', 'waiting', 'quarantined');
CREATE TYPE raw.run_state AS ENUM ('running', 'completed', 'failed', 'crashed');
CREATE TYPE raw.stage AS ENUM ('take', 'extract', 'classify', 'load');
CREATE TYPE raw.facet AS ENUM ('framework', 'risk', 'level', 'purpose', 'stakeholder');
CREATE TYPE raw.passage_kind AS ENUM (
    'heading', 'paragraph', 'list_item', 'table_row', 'footnote', 'endnote', 'caption', 'text_box'
);
CREATE TYPE raw.revision_kind AS ENUM ('insertion', 'deletion', 'move_from', 'move_to');
CREATE TYPE raw.proposal_kind AS ENUM ('MOD', 'ADD', 'SUP', 'NOC');

CREATE SEQUENCE raw.run_ids;
CREATE SEQUENCE raw.submission_ids;

CREATE TABLE raw.runs (
    id BIGINT PRIMARY KEY DEFAULT nextval('raw.run_ids'),
    started_at TIMESTAMPTZ NOT NULL,
    finished_at TIMESTAMPTZ,
    state raw.run_state NOT NULL DEFAULT 'running',
    program_version VARCHAR NOT NULL,
    process INTEGER NOT NULL,
    loaded INTEGER NOT NULL DEFAULT 0 CHECK (loaded >= 0),
    duplicates INTEGER NOT NULL DEFAULT 0 CHECK (duplicates >= 0),
    waiting INTEGER NOT NULL DEFAULT 0 CHECK (waiting >= 0),
    quarantined INTEGER NOT NULL DEFAULT 0 CHECK (quarantined >= 0),
    CHECK ((state = 'running') = (finished_at IS NULL))
);

CREATE TABLE raw.submissions (
    id BIGINT PRIMARY KEY DEFAULT nextval('raw.submission_ids'),
    name VARCHAR NOT NULL CHECK (name <> ''),
    sha256 VARCHAR NOT NULL CHECK (length(sha256) = 64),
    size BIGINT NOT NULL CHECK (size >= 0),
    received_at TIMESTAMPTZ NOT NULL,
    taken_at TIMESTAMPTZ NOT NULL,
    finished_at TIMESTAMPTZ,
    outcome raw.outcome,
    reason VARCHAR,
    program VARCHAR,
    duplicate_of BIGINT,
    run_id BIGINT NOT NULL,
    CHECK ((outcome IS NULL) = (finished_at IS NULL)),
    CHECK (coalesce(outcome = 'waiting', false) = (program IS NOT NULL)),
    CHECK (coalesce(outcome NOT IN ('waiting', 'quarantined'), true) OR reason IS NOT NULL),
    CHECK (coalesce(outcome = 'duplicate', false) OR duplicate_of IS NULL)
);

CREATE TABLE raw.failures (
    submission BIGINT NOT NULL REFERENCES raw.submissions (id),
    run_id BIGINT NOT NULL REFERENCES raw.runs (id),
    stage raw.stage NOT NULL,
    error_type VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    failed_at TIMESTAMPTZ NOT NULL
);

CREATE TABLE raw.taxonomies (
    version VARCHAR PRIMARY KEY,
    loaded_at TIMESTAMPTZ NOT NULL
);

CREATE TABLE raw.concepts (
    taxonomy VARCHAR NOT NULL REFERENCES raw.taxonomies (version),
    facet raw.facet NOT NULL,
    id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    concept_group VARCHAR,
    definition VARCHAR,
    position INTEGER NOT NULL CHECK (position >= 1),
    PRIMARY KEY (taxonomy, facet, id)
);

CREATE TABLE raw.documents (
    sha256 VARCHAR PRIMARY KEY CHECK (length(sha256) = 64),
    media_type VARCHAR NOT NULL,
    language VARCHAR NOT NULL,
    pages INTEGER CHECK (pages >= 0),
    passages INTEGER NOT NULL CHECK (passages >= 0),
    property_title VARCHAR,
    property_author VARCHAR,
    property_created VARCHAR,
    property_modified VARCHAR,
    property_producer VARCHAR,
    extractor_version VARCHAR NOT NULL,
    model_version VARCHAR NOT NULL,
    taxonomy_version VARCHAR NOT NULL,
    loaded_at TIMESTAMPTZ NOT NULL
);

CREATE TABLE raw.headers (
    document VARCHAR PRIMARY KEY REFERENCES raw.documents (sha256),
    text VARCHAR NOT NULL,
    symbol VARCHAR,
    body VARCHAR,
    meeting VARCHAR,
    meeting_place VARCHAR,
    meeting_date DATE,
    document_date DATE,
    title VARCHAR,
    agenda_item VARCHAR,
    original_languages VARCHAR[] NOT NULL
);

CREATE TABLE raw.header_provenance (
    document VARCHAR NOT NULL REFERENCES raw.documents (sha256),
    field VARCHAR NOT NULL,
    page INTEGER CHECK (page >= 1),
    span STRUCT("start" INTEGER, "end" INTEGER) NOT NULL,
    confidence DOUBLE NOT NULL CHECK (confidence BETWEEN 0 AND 1)
);

CREATE TABLE raw.sources (
    document VARCHAR NOT NULL REFERENCES raw.documents (sha256),
    position INTEGER NOT NULL CHECK (position >= 1),
    name VARCHAR NOT NULL,
    iso3 VARCHAR CHECK (length(iso3) = 3),
    PRIMARY KEY (document, position)
);

CREATE TABLE raw.readings (
    document VARCHAR PRIMARY KEY REFERENCES raw.documents (sha256),
    furniture VARCHAR[] NOT NULL,
    outline STRUCT(title VARCHAR, level INTEGER, page INTEGER)[] NOT NULL,
    page_labels VARCHAR[] NOT NULL,
    bookmarks VARCHAR[] NOT NULL,
    embedded VARCHAR[] NOT NULL,
    warnings VARCHAR[] NOT NULL
);

-- The key is the place, not the id: an index over hashes costs a fifth of the text's size, one over places next to
-- nothing. For the same reason revisions and suggestions name their passage by its place.
CREATE TABLE raw.passages (
    document VARCHAR NOT NULL REFERENCES raw.documents (sha256),
    paragraph INTEGER NOT NULL CHECK (paragraph >= 1),
    id VARCHAR NOT NULL CHECK (id <> ''),
    page INTEGER CHECK (page >= 1),
    kind raw.passage_kind NOT NULL,
    number VARCHAR,
    heading_path VARCHAR[] NOT NULL,
    language VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    text_before VARCHAR,
    proposal raw.proposal_kind,
    table_index INTEGER CHECK (table_index >= 0),
    table_row INTEGER CHECK (table_row >= 0),
    confidence DOUBLE CHECK (confidence BETWEEN 0 AND 1),
    PRIMARY KEY (document, paragraph),
    CHECK ((table_index IS NULL) = (table_row IS NULL))
);

CREATE TABLE raw.revisions (
    document VARCHAR NOT NULL REFERENCES raw.documents (sha256),
    paragraph INTEGER NOT NULL CHECK (paragraph >= 1),
    position INTEGER NOT NULL CHECK (position >= 1),
    kind raw.revision_kind NOT NULL,
    span STRUCT("start" INTEGER, "end" INTEGER) NOT NULL,
    text VARCHAR NOT NULL,
    author VARCHAR,
    written_at VARCHAR,
    PRIMARY KEY (document, paragraph, position)
);

CREATE TABLE raw.remarks (
    document VARCHAR NOT NULL REFERENCES raw.documents (sha256),
    position INTEGER NOT NULL CHECK (position >= 1),
    author VARCHAR,
    written_at VARCHAR,
    text VARCHAR NOT NULL,
    anchor VARCHAR NOT NULL,
    PRIMARY KEY (document, position)
);

CREATE TABLE raw.tables (
    document VARCHAR NOT NULL REFERENCES raw.documents (sha256),
    table_index INTEGER NOT NULL CHECK (table_index >= 0),
    page INTEGER CHECK (page >= 1),
    caption VARCHAR,
    row_count INTEGER NOT NULL CHECK (row_count >= 0),
    column_count INTEGER NOT NULL CHECK (column_count >= 0),
    PRIMARY KEY (document, table_index)
);

CREATE TABLE raw.cells (
    document VARCHAR NOT NULL REFERENCES raw.documents (sha256),
    table_index INTEGER NOT NULL CHECK (table_index >= 0),
    row_index INTEGER NOT NULL CHECK (row_index >= 0),
    column_index INTEGER NOT NULL CHECK (column_index >= 0),
    row_span INTEGER NOT NULL CHECK (row_span >= 1),
    column_span INTEGER NOT NULL CHECK (column_span >= 1),
    header BOOLEAN NOT NULL,
    text VARCHAR NOT NULL,
    PRIMARY KEY (document, table_index, row_index, column_index)
);

-- Neither primary nor foreign key: their two indexes doubled the size of the warehouse and cost a third of the loading
-- speed (measured with three suggestions per passage). The loader sees to both: it refuses a suggestion that comes twice
-- or has no passage, and writes the suggestions in the transaction of their document.
CREATE TABLE raw.suggestions (
    document VARCHAR NOT NULL,
    paragraph INTEGER NOT NULL CHECK (paragraph >= 1),
    facet raw.facet NOT NULL,
    concept VARCHAR NOT NULL,
    score DOUBLE NOT NULL CHECK (score BETWEEN 0 AND 1),
    threshold DOUBLE NOT NULL CHECK (threshold BETWEEN 0 AND 1),
    model VARCHAR NOT NULL,
    evidence STRUCT("start" INTEGER, "end" INTEGER)[] NOT NULL
);
