-- Grain: one row per document and passage.
CREATE VIEW passages AS
SELECT document, paragraph, id, page, kind, number, heading_path, language, text, text_before, proposal, confidence
FROM raw.passages;
COMMENT ON VIEW passages IS 'A paragraph, list item, table row, note or heading: the unit that is classified and cited.';
COMMENT ON COLUMN passages.document IS 'sha256 of the document.';
COMMENT ON COLUMN passages.paragraph IS 'Place in the document, counted from 1 over all its passages.';
COMMENT ON COLUMN passages.id IS 'Content hash: the same on every machine and run.';
COMMENT ON COLUMN passages.page IS 'Page, counted from 1; empty for formats without pages (Word).';
COMMENT ON COLUMN passages.kind IS 'heading, paragraph, list_item, table_row, footnote, endnote, caption or text_box.';
COMMENT ON COLUMN passages.number IS 'Number as printed, e.g. 2.3 or a).';
COMMENT ON COLUMN passages.heading_path IS 'Headings above it, outermost first.';
COMMENT ON COLUMN passages.language IS 'ISO 639-1 code, or und.';
COMMENT ON COLUMN passages.text IS 'The text in force: with tracked insertions, without tracked deletions.';
COMMENT ON COLUMN passages.text_before IS 'The text without the tracked changes; empty where nothing was tracked.';
COMMENT ON COLUMN passages.proposal IS 'What a proposal does to a provision: MOD, ADD, SUP or NOC.';
COMMENT ON COLUMN passages.confidence IS 'Mean word confidence, 0 to 1, where the text was read by OCR.';
