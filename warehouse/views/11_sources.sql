-- Grain: one row per document and submitting source.
CREATE VIEW sources AS
SELECT document, position, name, iso3
FROM raw.sources;
COMMENT ON VIEW sources IS 'Who submitted a document; a joint contribution has several.';
COMMENT ON COLUMN sources.document IS 'sha256 of the document.';
COMMENT ON COLUMN sources.position IS 'Place among its sources, counted from 1.';
COMMENT ON COLUMN sources.name IS 'Name as written.';
COMMENT ON COLUMN sources.iso3 IS 'ISO 3166-1 alpha-3 code of a State; empty for all others.';
