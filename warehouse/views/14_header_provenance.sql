-- Grain: one row per document and header field that was found.
CREATE VIEW header_provenance AS
SELECT p.document, p.field, p.page, substr(h.text, p.span.start + 1, p.span."end" - p.span.start) AS words, p.confidence
FROM raw.header_provenance AS p
JOIN raw.headers AS h ON h.document = p.document;
COMMENT ON VIEW header_provenance IS 'Where a header field was read: page and words, and how sure the reading is.';
COMMENT ON COLUMN header_provenance.document IS 'sha256 of the document.';
COMMENT ON COLUMN header_provenance.field IS 'Name of the field in the header.';
COMMENT ON COLUMN header_provenance.page IS 'Page, counted from 1; empty where the format has no pages.';
COMMENT ON COLUMN header_provenance.words IS 'The words of the first page that it was read from.';
COMMENT ON COLUMN header_provenance.confidence IS 'How sure the reading is, 0 to 1.';
