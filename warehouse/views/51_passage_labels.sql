-- Grain: one row per passage with at least one label in force, of all documents.
CREATE VIEW passage_labels AS
SELECT
    document, paragraph,
    coalesce(list_sort(list(concept) FILTER (facet = 'framework')), []) AS frameworks,
    coalesce(list_sort(list(concept) FILTER (facet = 'risk')), []) AS risks,
    coalesce(list_sort(list(concept) FILTER (facet = 'level')), []) AS levels,
    coalesce(list_sort(list(concept) FILTER (facet = 'purpose')), []) AS purposes,
    coalesce(list_sort(list(concept) FILTER (facet = 'stakeholder')), []) AS stakeholders,
    coalesce(list_sort(list({'facet': facet, 'concept': concept}) FILTER (NOT trusted)), []) AS undecided
FROM labels
GROUP BY document, paragraph;
COMMENT ON VIEW passage_labels IS 'The labels in force of each passage, by facet; passages_with_labels shows them with the text.';
COMMENT ON COLUMN passage_labels.document IS 'sha256 of the document.';
COMMENT ON COLUMN passage_labels.paragraph IS 'Place in the document, counted from 1 over all its passages.';
COMMENT ON COLUMN passage_labels.frameworks IS 'Framework categories in force.';
COMMENT ON COLUMN passage_labels.risks IS 'Risk themes in force.';
COMMENT ON COLUMN passage_labels.levels IS 'Levels in force: national, regional, international ...';
COMMENT ON COLUMN passage_labels.purposes IS 'Purposes in force: good practice, challenge, recommendation ...';
COMMENT ON COLUMN passage_labels.stakeholders IS 'Stakeholders in force.';
COMMENT ON COLUMN passage_labels.undecided IS 'Those of all these labels that wait for review, with their facets.';
