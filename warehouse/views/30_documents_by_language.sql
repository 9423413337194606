-- Grain: one row per document language.
CREATE VIEW documents_by_language AS
SELECT language, count(*) AS documents, sum(passages)::BIGINT AS passages
FROM documents
GROUP BY language;
COMMENT ON VIEW documents_by_language IS 'How many documents and passages there are by language of the document.';
COMMENT ON COLUMN documents_by_language.language IS 'ISO 639-1 code, or und.';
COMMENT ON COLUMN documents_by_language.documents IS 'Number of documents.';
COMMENT ON COLUMN documents_by_language.passages IS 'Number of their passages.';
