-- Grain: one row per framework category and document language.
CREATE VIEW documents_by_framework AS
SELECT l.concept, any_value(l.name) AS name, d.language, count(DISTINCT l.document) AS documents
FROM labels AS l
JOIN documents AS d ON d.sha256 = l.document
WHERE l.facet = 'framework'
GROUP BY l.concept, d.language;
COMMENT ON VIEW documents_by_framework IS 'How many documents report on a framework category, by language; documents are counted, not passages.';
COMMENT ON COLUMN documents_by_framework.concept IS 'Id of the framework category.';
COMMENT ON COLUMN documents_by_framework.name IS 'Name of the framework category.';
COMMENT ON COLUMN documents_by_framework.language IS 'Language of the document: ISO 639-1 code, or und.';
COMMENT ON COLUMN documents_by_framework.documents IS 'Number of documents with at least one such label.';
