-- Grain: one row per document and thing to look at in its header.
-- What a person decided is no doubt any more.
CREATE VIEW header_doubts AS
SELECT
    d.document, d.position, h.symbol, d.field, d.reason, d.value, d.page,
    substr(h.text, d.span.start + 1, d.span."end" - d.span.start) AS words
FROM raw.header_doubts AS d
JOIN headers_in_force AS h ON h.document = d.document
WHERE h.decided[d.field] IS NULL;
COMMENT ON VIEW header_doubts IS 'What a person should look at in a header, with the other reading where the first page has two.';
COMMENT ON COLUMN header_doubts.document IS 'sha256 of the document.';
COMMENT ON COLUMN header_doubts.position IS 'Place among the doubts of the header, counted from 1.';
COMMENT ON COLUMN header_doubts.symbol IS 'Document number, e.g. CWG-COP-14/3-E.';
COMMENT ON COLUMN header_doubts.field IS 'Name of the field in the header.';
COMMENT ON COLUMN header_doubts.reason IS 'Why a person should look, in plain words.';
COMMENT ON COLUMN header_doubts.value IS 'The reading that is not in the field.';
COMMENT ON COLUMN header_doubts.page IS 'Page of the other reading, counted from 1.';
COMMENT ON COLUMN header_doubts.words IS 'The words of the first page that the other reading was taken from.';
