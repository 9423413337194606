-- Grain: one row per published report.
CREATE VIEW editions AS
SELECT
    id, name, scope, dated, made_at, program_version, documents, families, corpus_hash, decisions, decisions_hash,
    taxonomy, taxonomy_hash, model, model_fingerprint, report_hash
FROM raw.editions;
COMMENT ON VIEW editions IS 'The published reports with what their figures came from; empty until a report is made. The documents of each are in raw.edition_documents.';
COMMENT ON COLUMN editions.id IS 'Number of the edition, counted from 1.';
COMMENT ON COLUMN editions.name IS 'Name of the report.';
COMMENT ON COLUMN editions.scope IS 'Which contributions it is about, e.g. year 2025 or meetings 19 to 21.';
COMMENT ON COLUMN editions.dated IS 'Date that the report bears.';
COMMENT ON COLUMN editions.made_at IS 'When it was made.';
COMMENT ON COLUMN editions.program_version IS 'Version of Rapporteur that made it.';
COMMENT ON COLUMN editions.documents IS 'Number of documents in the warehouse then, with all their versions and copies.';
COMMENT ON COLUMN editions.families IS 'Number of families then.';
COMMENT ON COLUMN editions.corpus_hash IS 'sha256 of its documents with the versions that read and labelled them.';
COMMENT ON COLUMN editions.decisions IS 'Number of decisions of people in force then.';
COMMENT ON COLUMN editions.decisions_hash IS 'sha256 of these decisions.';
COMMENT ON COLUMN editions.taxonomy IS 'Version of the taxonomy.';
COMMENT ON COLUMN editions.taxonomy_hash IS 'sha256 of its concepts.';
COMMENT ON COLUMN editions.model IS 'Name and version of the model.';
COMMENT ON COLUMN editions.model_fingerprint IS 'Hash of the trained weights and the rules.';
COMMENT ON COLUMN editions.report_hash IS 'sha256 of the report as published.';
