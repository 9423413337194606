-- Grain: one row per name that no list of States and organisations has.
-- Names that a person decided on are meant as they stand.
CREATE VIEW unresolved_sources AS
SELECT name, count(DISTINCT document) AS documents, list(DISTINCT document ORDER BY document) AS sha256s
FROM sources
WHERE document NOT IN (SELECT document FROM header_decisions WHERE in_force AND field = 'sources')
    AND iso3 IS NULL AND organisation IS NULL AND coalesce(category, '') NOT IN ('secretariat', 'chair')
GROUP BY name;
COMMENT ON VIEW unresolved_sources IS 'Names of sources that are not known: a line in the alias file resolves them (setting aliases).';
COMMENT ON COLUMN unresolved_sources.name IS 'Name as written.';
COMMENT ON COLUMN unresolved_sources.documents IS 'Number of documents with this source.';
COMMENT ON COLUMN unresolved_sources.sha256s IS 'sha256 of each of these documents.';
