-- Grain of each table that is made anew, as before:
--   raw.passages           one row per document and passage
--   raw.cells              one row per table and cell
--   raw.header_provenance  one row per document and header field that was found
-- and of the one that is new:
--   raw.questionnaire_heads  one row per reply
--
-- The three lose their keys: their indexes were a sixth of the warehouse's file, and no query used them (measured with
-- 10,000 documents). The loader sees to what they were for: it refuses two passages or cells of one place, and writes and
-- deletes their rows with their document. The words of passages are packed closer.
-- The heads keep what replies are compared by, so that neither passages nor the questions of all replies are read for it.

CREATE TABLE raw.passages_packed (
    document VARCHAR NOT NULL,
    paragraph INTEGER NOT NULL CHECK (paragraph >= 1),
    id VARCHAR NOT NULL CHECK (id <> ''),
    page INTEGER CHECK (page >= 1),
    kind raw.passage_kind NOT NULL,
    number VARCHAR,
    heading_path VARCHAR[] NOT NULL,
    language VARCHAR NOT NULL,
    text VARCHAR NOT NULL USING COMPRESSION zstd,
    text_before VARCHAR,
    proposal raw.proposal_kind,
    table_index INTEGER CHECK (table_index >= 0),
    table_row INTEGER CHECK (table_row >= 0),
    confidence DOUBLE CHECK (confidence BETWEEN 0 AND 1),
    CHECK ((table_index IS NULL) = (table_row IS NULL))
);
INSERT INTO raw.passages_packed SELECT * FROM raw.passages;
DROP TABLE raw.passages;
ALTER TABLE raw.passages_packed RENAME TO passages;

CREATE TABLE raw.cells_packed (
    document VARCHAR NOT NULL,
    table_index INTEGER NOT NULL CHECK (table_index >= 0),
    row_index INTEGER NOT NULL CHECK (row_index >= 0),
    column_index INTEGER NOT NULL CHECK (column_index >= 0),
    row_span INTEGER NOT NULL CHECK (row_span >= 1),
    column_span INTEGER NOT NULL CHECK (column_span >= 1),
    header BOOLEAN NOT NULL,
    text VARCHAR NOT NULL
);
INSERT INTO raw.cells_packed SELECT * FROM raw.cells;
DROP TABLE raw.cells;
ALTER TABLE raw.cells_packed RENAME TO cells;

CREATE TABLE raw.header_provenance_packed (
    document VARCHAR NOT NULL,
    field VARCHAR NOT NULL,
    page INTEGER CHECK (page >= 1),
    span STRUCT("start" INTEGER, "end" INTEGER) NOT NULL,
    confidence DOUBLE NOT NULL CHECK (confidence BETWEEN 0 AND 1)
);
INSERT INTO raw.header_provenance_packed SELECT * FROM raw.header_provenance;
DROP TABLE raw.header_provenance;
ALTER TABLE raw.header_provenance_packed RENAME TO header_provenance;

-- Without a primary key, as a row is replaced by delete and insert within the transaction of its document.
CREATE TABLE raw.questionnaire_heads (
    document VARCHAR NOT NULL,
    form VARCHAR NOT NULL,
    language VARCHAR NOT NULL,
    document_date DATE,
    symbol VARCHAR,
    title VARCHAR,
    citations VARCHAR[] NOT NULL
);

COMMENT ON TABLE raw.questionnaire_heads IS 'What a reply to a questionnaire is ordered and compared by beside its questions, as read.';
COMMENT ON COLUMN raw.questionnaire_heads.document IS 'sha256 of the document.';
COMMENT ON COLUMN raw.questionnaire_heads.form IS 'Hash of its questions, language and citations: replies of one form are compared once.';
COMMENT ON COLUMN raw.questionnaire_heads.language IS 'Language of most of its text: ISO 639-1 code, or und.';
COMMENT ON COLUMN raw.questionnaire_heads.document_date IS 'Date of the document.';
COMMENT ON COLUMN raw.questionnaire_heads.symbol IS 'Document number.';
COMMENT ON COLUMN raw.questionnaire_heads.title IS 'Title.';
COMMENT ON COLUMN raw.questionnaire_heads.citations IS 'Circular letters that its opening cites.';

COMMENT ON TABLE raw.passages IS 'A paragraph, list item, table row, note or heading: the unit that is classified and cited.';
COMMENT ON COLUMN raw.passages.document IS 'sha256 of the document.';
COMMENT ON COLUMN raw.passages.paragraph IS 'Place in the document, counted from 1 over all its passages.';
COMMENT ON COLUMN raw.passages.id IS 'Content hash: the same on every machine and run.';
COMMENT ON COLUMN raw.passages.page IS 'Page, counted from 1; empty for formats without pages (Word).';
COMMENT ON COLUMN raw.passages.kind IS 'heading, paragraph, list_item, table_row, footnote, endnote, caption or text_box.';
COMMENT ON COLUMN raw.passages.number IS 'Number as printed, e.g. 2.3 or a).';
COMMENT ON COLUMN raw.passages.heading_path IS 'Headings above it, outermost first.';
COMMENT ON COLUMN raw.passages.language IS 'ISO 639-1 code, or und.';
COMMENT ON COLUMN raw.passages.text IS 'The text in force: with tracked insertions, without tracked deletions.';
COMMENT ON COLUMN raw.passages.text_before IS 'The text without the tracked changes; empty where nothing was tracked.';
COMMENT ON COLUMN raw.passages.proposal IS 'What a proposal does to a provision: MOD, ADD, SUP or NOC.';
COMMENT ON COLUMN raw.passages.table_index IS 'For a table row: its table, counted from 0 in the document.';
COMMENT ON COLUMN raw.passages.table_row IS 'For a table row: its row, counted from 0.';
COMMENT ON COLUMN raw.passages.confidence IS 'Mean word confidence, 0 to 1, where the text was read by OCR.';

COMMENT ON TABLE raw.cells IS 'A cell of a table; a merged cell is one row with its spans.';
COMMENT ON COLUMN raw.cells.document IS 'sha256 of the document.';
COMMENT ON COLUMN raw.cells.table_index IS 'The table, counted from 0 in the document.';
COMMENT ON COLUMN raw.cells.row_index IS 'Row, counted from 0.';
COMMENT ON COLUMN raw.cells.column_index IS 'Column, counted from 0.';
COMMENT ON COLUMN raw.cells.row_span IS 'Rows that it spans.';
COMMENT ON COLUMN raw.cells.column_span IS 'Columns that it spans.';
COMMENT ON COLUMN raw.cells.header IS 'Whether it is a heading of rows or columns.';
COMMENT ON COLUMN raw.cells.text IS 'Its text.';

COMMENT ON TABLE raw.header_provenance IS 'Where a header field was read, and how sure the reading is.';
COMMENT ON COLUMN raw.header_provenance.document IS 'sha256 of the document.';
COMMENT ON COLUMN raw.header_provenance.field IS 'Name of the field in the header.';
COMMENT ON COLUMN raw.header_provenance.page IS 'Page, counted from 1; empty where the format has no pages.';
COMMENT ON COLUMN raw.header_provenance.span IS 'Half-open character offsets in the text of the header.';
COMMENT ON COLUMN raw.header_provenance.confidence IS 'How sure the reading is, 0 to 1.';

COMMENT ON COLUMN raw.headers.text IS 'The first lines, up to the last that a field was read from or a doubt is about.';
