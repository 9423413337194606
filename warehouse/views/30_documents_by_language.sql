-- Grain: one row per language of families.
CREATE VIEW documents_by_language AS
SELECT language, count(*) AS documents, sum(passages)::BIGINT AS passages
FROM families
GROUP BY language;
COMMENT ON VIEW documents_by_language IS 'How many documents and passages there are by language; families are counted, each once in the language of its original.';
COMMENT ON COLUMN documents_by_language.language IS 'ISO 639-1 code, or und.';
COMMENT ON COLUMN documents_by_language.documents IS 'Number of families.';
COMMENT ON COLUMN documents_by_language.passages IS 'Number of passages of what is in force in that language.';
