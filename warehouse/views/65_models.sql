-- Grain: one row per model version that labelled documents.
CREATE VIEW models AS
SELECT
    d.version, coalesce(m.fingerprints, []) AS fingerprints, m.first_used_at, d.documents, d.families,
    coalesce(t.trusted_labels, 0) AS trusted_labels
FROM (
    SELECT
        d.model_version AS version, count(*) AS documents, count(DISTINCT coalesce(f.family, d.sha256)) AS families
    FROM raw.documents AS d
    LEFT JOIN raw.family_members AS f ON f.document = d.sha256
    GROUP BY d.model_version
) AS d
LEFT JOIN (
    SELECT version, list(fingerprint ORDER BY first_used_at) AS fingerprints, min(first_used_at) AS first_used_at
    FROM raw.models
    GROUP BY version
) AS m ON m.version = d.version
LEFT JOIN (
    SELECT model, count(*) AS trusted_labels FROM raw.trusted_labels GROUP BY model
) AS t ON t.model = d.version;
COMMENT ON VIEW models IS 'Which models labelled the documents that are here; with several, figures of older and newer documents are not of one measure.';
COMMENT ON COLUMN models.version IS 'Name and version of models and rules, as labels carry it.';
COMMENT ON COLUMN models.fingerprints IS 'Hashes of weights and rules, first used first; several: the model has changed under one version. Empty for documents that were loaded before these were kept.';
COMMENT ON COLUMN models.first_used_at IS 'When a document was first loaded that it had labelled.';
COMMENT ON COLUMN models.documents IS 'Number of documents that it labelled, with all their versions and copies.';
COMMENT ON COLUMN models.families IS 'Number of families that these belong to.';
COMMENT ON COLUMN models.trusted_labels IS 'Number of labels that count without review, each language for itself.';
