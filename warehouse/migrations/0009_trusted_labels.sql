-- Grain: raw.trusted_labels has one row per model, language, facet and concept that passed the trust gate.
-- Each run writes the rows of the model in use again; those of earlier models stay, for documents that these labelled.

-- Without a primary key: rows are replaced by delete and insert within one transaction (see 0001_first).
CREATE TABLE raw.trusted_labels (
    model VARCHAR NOT NULL,
    language VARCHAR NOT NULL,
    facet raw.facet NOT NULL,
    concept VARCHAR NOT NULL
);

COMMENT ON TABLE raw.trusted_labels IS 'Which labels count without review: those that passed the trust gate when their model was evaluated.';
COMMENT ON COLUMN raw.trusted_labels.model IS 'Name and version of the model, as its suggestions carry it.';
COMMENT ON COLUMN raw.trusted_labels.language IS 'Language of the passage: ISO 639-1 code.';
COMMENT ON COLUMN raw.trusted_labels.facet IS 'framework, risk, level, purpose or stakeholder.';
COMMENT ON COLUMN raw.trusted_labels.concept IS 'Id of the concept within its facet.';
