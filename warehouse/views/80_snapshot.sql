-- Grain: one row in a published snapshot, none in the warehouse.
CREATE VIEW snapshot AS
SELECT
    run_id AS run, published_at, program_version, schema_version, extractor_versions, taxonomy_versions, model_versions,
    documents, passages, state
FROM raw.snapshot;
COMMENT ON VIEW snapshot IS 'What this file was made from and when: quote it with every figure.';
COMMENT ON COLUMN snapshot.run IS 'The last run that started before it was published; empty before the first.';
COMMENT ON COLUMN snapshot.published_at IS 'When it was published.';
COMMENT ON COLUMN snapshot.program_version IS 'Version of Rapporteur that published it.';
COMMENT ON COLUMN snapshot.schema_version IS 'Number of the newest migration.';
COMMENT ON COLUMN snapshot.extractor_versions IS 'Versions of the readers that its documents were read with.';
COMMENT ON COLUMN snapshot.taxonomy_versions IS 'Versions of the taxonomy that its documents were labelled with.';
COMMENT ON COLUMN snapshot.model_versions IS 'Versions of the models and rules that its documents were labelled with.';
COMMENT ON COLUMN snapshot.documents IS 'Number of documents with all their versions and copies; families are counted in the figures.';
COMMENT ON COLUMN snapshot.passages IS 'Number of their passages.';
COMMENT ON COLUMN snapshot.state IS 'A fingerprint of all that the warehouse held and of how it is shown: equal where nothing has changed.';
