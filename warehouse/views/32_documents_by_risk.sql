-- Grain: one row per risk theme and source country.
CREATE VIEW documents_by_risk AS
SELECT
    l.concept, any_value(l.name) AS name, any_value(l.concept_group) AS concept_group, s.iso3,
    any_value(coalesce(c.name, s.iso3)) AS country, count(DISTINCT l.document) AS documents
FROM labels AS l
LEFT JOIN sources AS s ON s.document = l.document
LEFT JOIN raw.countries AS c ON c.iso3 = s.iso3
WHERE l.facet = 'risk'
GROUP BY l.concept, s.iso3;
COMMENT ON VIEW documents_by_risk IS 'How many documents raise a risk theme, by source country; a joint contribution counts for each of its States, so rows do not add up.';
COMMENT ON COLUMN documents_by_risk.concept IS 'Id of the risk theme.';
COMMENT ON COLUMN documents_by_risk.name IS 'Name of the risk theme.';
COMMENT ON COLUMN documents_by_risk.concept_group IS 'content, contact, conduct, contract or cross.';
COMMENT ON COLUMN documents_by_risk.iso3 IS 'ISO 3166-1 alpha-3 code of the State; empty for sources that are no State, or unknown.';
COMMENT ON COLUMN documents_by_risk.country IS 'Name of the State in English; empty for sources that are no State, or unknown.';
COMMENT ON COLUMN documents_by_risk.documents IS 'Number of documents with at least one such label.';
