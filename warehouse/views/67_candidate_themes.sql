-- Grain: one row per group of words that may be a new risk theme.
CREATE VIEW candidate_themes AS
SELECT id, language, terms, passages, families, states, first_year, last_year, examples, made_at
FROM raw.candidate_themes;
COMMENT ON VIEW candidate_themes IS 'What may be a new risk: words in passages about children that fit no theme and that the model has not met. Made by rapporteur taxonomy candidates.';
COMMENT ON COLUMN candidate_themes.id IS 'Hash of language and terms: the same words have the same id.';
COMMENT ON COLUMN candidate_themes.language IS 'Language of the passages: ISO 639-1 code.';
COMMENT ON COLUMN candidate_themes.terms IS 'The words as they are written most often, the most frequent first.';
COMMENT ON COLUMN candidate_themes.passages IS 'Number of passages with one of the terms.';
COMMENT ON COLUMN candidate_themes.families IS 'Number of documents (families) that they are in.';
COMMENT ON COLUMN candidate_themes.states IS 'States that submitted these documents: ISO 3166-1 alpha-3 codes.';
COMMENT ON COLUMN candidate_themes.first_year IS 'Year of the first of these documents; empty where none is known.';
COMMENT ON COLUMN candidate_themes.last_year IS 'Year of the last of these documents; empty where none is known.';
COMMENT ON COLUMN candidate_themes.examples IS 'A few of the passages: document (sha256), paragraph and text.';
COMMENT ON COLUMN candidate_themes.made_at IS 'When the candidates were looked for.';
