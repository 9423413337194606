-- Grain of each table:
--   raw.models             one row per model version and fingerprint that a run used
--   raw.editions           one row per published report
--   raw.edition_documents  one row per edition and document that was in the warehouse when it was made
--
-- An edition pins what its figures came from: its documents with the versions that read and labelled them, and hashes of
-- corpus, decisions, taxonomy and model, so that a difference between two editions can be explained. It names documents
-- and models without foreign keys: nothing that happens to these may touch an edition.
--
-- What a State's region and a document's action and status may be is settled by ITU, hence enums. Kinds of documents and
-- categories of sources stay text: they grow with the reader, and a new one must not need a migration.

CREATE TYPE raw.action AS ENUM ('action', 'information');
CREATE TYPE raw.status AS ENUM ('draft', 'final', 'revision', 'addendum', 'corrigendum');
CREATE TYPE raw.region AS ENUM ('AFR', 'AMS', 'ARB', 'ASP', 'CIS', 'EUR');

ALTER TABLE raw.headers ALTER action TYPE raw.action;
ALTER TABLE raw.headers ALTER status TYPE raw.status;
ALTER TABLE raw.sources ALTER region TYPE raw.region;

CREATE SEQUENCE raw.edition_ids;

CREATE TABLE raw.models (
    version VARCHAR NOT NULL CHECK (version <> ''),
    fingerprint VARCHAR NOT NULL CHECK (length(fingerprint) = 32),
    first_used_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (version, fingerprint)
);

CREATE TABLE raw.editions (
    id BIGINT PRIMARY KEY DEFAULT nextval('raw.edition_ids'),
    name VARCHAR NOT NULL CHECK (name <> ''),
    scope VARCHAR NOT NULL CHECK (scope <> ''),
    dated DATE NOT NULL,
    made_at TIMESTAMPTZ NOT NULL,
    program_version VARCHAR NOT NULL,
    documents INTEGER NOT NULL CHECK (documents >= 0),
    families INTEGER NOT NULL CHECK (families BETWEEN 0 AND documents),
    corpus_hash VARCHAR NOT NULL CHECK (length(corpus_hash) = 64),
    decisions INTEGER NOT NULL CHECK (decisions >= 0),
    decisions_hash VARCHAR NOT NULL CHECK (length(decisions_hash) = 64),
    taxonomy VARCHAR NOT NULL,
    taxonomy_hash VARCHAR NOT NULL CHECK (length(taxonomy_hash) = 64),
    model VARCHAR NOT NULL,
    model_fingerprint VARCHAR NOT NULL CHECK (length(model_fingerprint) = 32),
    report_hash VARCHAR NOT NULL CHECK (length(report_hash) = 64)
);

CREATE TABLE raw.edition_documents (
    edition BIGINT NOT NULL REFERENCES raw.editions (id),
    document VARCHAR NOT NULL CHECK (length(document) = 64),
    family VARCHAR NOT NULL,
    in_force BOOLEAN NOT NULL,
    extractor_version VARCHAR NOT NULL,
    model_version VARCHAR NOT NULL,
    taxonomy_version VARCHAR NOT NULL,
    PRIMARY KEY (edition, document)
);

COMMENT ON TABLE raw.models IS 'A model that labelled documents, with a hash of its weights and rules.';
COMMENT ON COLUMN raw.models.version IS 'Name and version, as suggestions carry it.';
COMMENT ON COLUMN raw.models.fingerprint IS 'Hash of the trained weights and the rules: another one under the same version is another model.';
COMMENT ON COLUMN raw.models.first_used_at IS 'When a document was first loaded that it had labelled.';

COMMENT ON TABLE raw.editions IS 'A published report with what its figures came from; empty until a report is made.';
COMMENT ON COLUMN raw.editions.id IS 'Number of the edition, counted from 1.';
COMMENT ON COLUMN raw.editions.name IS 'Name of the report.';
COMMENT ON COLUMN raw.editions.scope IS 'Which contributions it is about, e.g. year 2025 or meetings 19 to 21.';
COMMENT ON COLUMN raw.editions.dated IS 'Date that the report bears.';
COMMENT ON COLUMN raw.editions.made_at IS 'When it was made.';
COMMENT ON COLUMN raw.editions.program_version IS 'Version of Rapporteur that made it.';
COMMENT ON COLUMN raw.editions.documents IS 'Number of documents in the warehouse then, with all their versions and copies.';
COMMENT ON COLUMN raw.editions.families IS 'Number of families then.';
COMMENT ON COLUMN raw.editions.corpus_hash IS 'sha256 of its documents with the versions that read and labelled them.';
COMMENT ON COLUMN raw.editions.decisions IS 'Number of decisions of people in force then.';
COMMENT ON COLUMN raw.editions.decisions_hash IS 'sha256 of these decisions.';
COMMENT ON COLUMN raw.editions.taxonomy IS 'Version of the taxonomy.';
COMMENT ON COLUMN raw.editions.taxonomy_hash IS 'sha256 of its concepts.';
COMMENT ON COLUMN raw.editions.model IS 'Name and version of the model.';
COMMENT ON COLUMN raw.editions.model_fingerprint IS 'Hash of the trained weights and the rules.';
COMMENT ON COLUMN raw.editions.report_hash IS 'sha256 of the report as published.';

COMMENT ON TABLE raw.edition_documents IS 'A document that an edition was made from, with what it was read and labelled with.';
COMMENT ON COLUMN raw.edition_documents.edition IS 'Number of the edition.';
COMMENT ON COLUMN raw.edition_documents.document IS 'sha256 of the document.';
COMMENT ON COLUMN raw.edition_documents.family IS 'The family that it belonged to.';
COMMENT ON COLUMN raw.edition_documents.in_force IS 'Whether it was the newest revision, and no copy.';
COMMENT ON COLUMN raw.edition_documents.extractor_version IS 'Version of the reader that had read it.';
COMMENT ON COLUMN raw.edition_documents.model_version IS 'Version of the models and rules that had labelled it.';
COMMENT ON COLUMN raw.edition_documents.taxonomy_version IS 'Version of the taxonomy that it had been labelled with.';
