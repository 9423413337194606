-- Grain: one row per framework category and language of families.
-- A family reports on a category where any of its documents in force does.
CREATE VIEW documents_by_framework AS
SELECT
    l.concept, any_value(l.name) AS name, d.language, count(*) AS documents,
    count(*) FILTER (l.trusted) AS documents_trusted
FROM family_concepts AS l
JOIN documents AS d ON d.family = l.family
WHERE l.facet = 'framework'
GROUP BY l.concept, d.language;
COMMENT ON VIEW documents_by_framework IS 'How many documents report on a framework category, by language; families are counted, not documents or passages.';
COMMENT ON COLUMN documents_by_framework.concept IS 'Id of the framework category.';
COMMENT ON COLUMN documents_by_framework.name IS 'Name of the framework category.';
COMMENT ON COLUMN documents_by_framework.language IS 'Language of the family, that of its original: ISO 639-1 code, or und.';
COMMENT ON COLUMN documents_by_framework.documents IS 'Number of families with at least one such label in force.';
COMMENT ON COLUMN documents_by_framework.documents_trusted IS 'Of these, those with at least one such label that counts without review; the others are undecided.';
