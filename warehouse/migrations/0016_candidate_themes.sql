-- Grain: raw.candidate_themes has one row per group of words that may be a new risk theme.
-- It is made anew as a whole, from passages that any later loading may replace; so its examples keep their text.
CREATE TABLE raw.candidate_themes (
    id VARCHAR PRIMARY KEY CHECK (id <> ''),
    language VARCHAR NOT NULL,
    terms VARCHAR[] NOT NULL,
    passages INTEGER NOT NULL CHECK (passages >= 1),
    families INTEGER NOT NULL CHECK (families BETWEEN 1 AND passages),
    states VARCHAR[] NOT NULL,
    first_year INTEGER,
    last_year INTEGER,
    examples STRUCT(document VARCHAR, paragraph INTEGER, "text" VARCHAR)[] NOT NULL,
    made_at TIMESTAMPTZ NOT NULL
);

COMMENT ON TABLE raw.candidate_themes IS 'Words in passages about children that fit no risk theme and that the model has not met.';
COMMENT ON COLUMN raw.candidate_themes.id IS 'Hash of language and terms: the same words have the same id.';
COMMENT ON COLUMN raw.candidate_themes.language IS 'Language of the passages: ISO 639-1 code.';
COMMENT ON COLUMN raw.candidate_themes.terms IS 'The words as they are written most often, the most frequent first.';
COMMENT ON COLUMN raw.candidate_themes.passages IS 'Number of passages with one of the terms.';
COMMENT ON COLUMN raw.candidate_themes.families IS 'Number of documents (families) that they are in.';
COMMENT ON COLUMN raw.candidate_themes.states IS 'States that submitted these documents: ISO 3166-1 alpha-3 codes.';
COMMENT ON COLUMN raw.candidate_themes.first_year IS 'Year of the first of these documents; empty where none is known.';
COMMENT ON COLUMN raw.candidate_themes.last_year IS 'Year of the last of these documents; empty where none is known.';
COMMENT ON COLUMN raw.candidate_themes.examples IS 'A few of the passages: document (sha256), paragraph and text.';
COMMENT ON COLUMN raw.candidate_themes.made_at IS 'When the candidates were looked for.';
