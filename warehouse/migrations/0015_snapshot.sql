-- Grain of each table:
--   raw.snapshot  one row in a published snapshot, none in the warehouse
--
-- It is filled in the copy that is published, so that whoever has the file alone knows what it was made from.

CREATE TABLE raw.snapshot (
    run_id BIGINT,
    published_at TIMESTAMPTZ NOT NULL,
    program_version VARCHAR NOT NULL,
    schema_version INTEGER NOT NULL,
    extractor_versions VARCHAR[] NOT NULL,
    taxonomy_versions VARCHAR[] NOT NULL,
    model_versions VARCHAR[] NOT NULL,
    documents BIGINT NOT NULL CHECK (documents >= 0),
    passages BIGINT NOT NULL CHECK (passages >= 0),
    state VARCHAR NOT NULL
);

COMMENT ON TABLE raw.snapshot IS 'What a published snapshot was made from; empty in the warehouse itself.';
COMMENT ON COLUMN raw.snapshot.run_id IS 'The last run that started before it was published; empty before the first.';
COMMENT ON COLUMN raw.snapshot.published_at IS 'When it was published.';
COMMENT ON COLUMN raw.snapshot.program_version IS 'Version of Rapporteur that published it.';
COMMENT ON COLUMN raw.snapshot.schema_version IS 'Number of the newest migration.';
COMMENT ON COLUMN raw.snapshot.extractor_versions IS 'Versions of the readers that its documents were read with.';
COMMENT ON COLUMN raw.snapshot.taxonomy_versions IS 'Versions of the taxonomy that its documents were labelled with.';
COMMENT ON COLUMN raw.snapshot.model_versions IS 'Versions of the models and rules that its documents were labelled with.';
COMMENT ON COLUMN raw.snapshot.documents IS 'Number of documents with all their versions and copies.';
COMMENT ON COLUMN raw.snapshot.passages IS 'Number of their passages.';
COMMENT ON COLUMN raw.snapshot.state IS 'A fingerprint of all that the warehouse held and of how it is shown: equal where nothing has changed.';
