-- Grain of each table:
--   raw.search_terms      one row per language and stem
--   raw.search_words      one row per language and word as it stands in texts
--   raw.search_documents  one row per document whose words are in the index
--   raw.search_sizes      one row per document and language of its passages
--   raw.search_passages   one row per passage of these documents
--   raw.search_postings   one row per segment and term in it
--
-- A segment holds the words of one batch of documents. A passage is a running number here: the first number of its
-- document, and from there its place. Numbers are not used again: a document that is loaded again gets new ones, and the
-- segment that it was in is written again without it. Neither keys nor indexes: they would cost more than the tables, and
-- what is looked up are small integers in rising order (see 0001_first for why foreign keys would not do).
-- What was loaded before is put into the index when the next run starts.

CREATE TABLE raw.search_terms (
    term UINTEGER NOT NULL CHECK (term > 0),
    language VARCHAR NOT NULL,
    stem VARCHAR NOT NULL CHECK (stem <> '')
);

CREATE TABLE raw.search_words (
    language VARCHAR NOT NULL,
    word VARCHAR NOT NULL CHECK (word <> ''),
    term UINTEGER NOT NULL
);

CREATE TABLE raw.search_documents (
    document VARCHAR NOT NULL,
    first UINTEGER NOT NULL CHECK (first > 0),
    passages INTEGER NOT NULL CHECK (passages >= 0),
    segment UINTEGER NOT NULL,
    version VARCHAR NOT NULL
);

CREATE TABLE raw.search_sizes (
    document VARCHAR NOT NULL,
    language VARCHAR NOT NULL,
    passages INTEGER NOT NULL CHECK (passages > 0),
    words BIGINT NOT NULL CHECK (words > 0)
);

CREATE TABLE raw.search_passages (
    number UINTEGER NOT NULL,
    first UINTEGER NOT NULL,
    words UINTEGER NOT NULL
);

CREATE TABLE raw.search_postings (
    segment UINTEGER NOT NULL,
    term UINTEGER NOT NULL,
    found UINTEGER NOT NULL CHECK (found > 0),
    passages UINTEGER[] NOT NULL,
    places USMALLINT[] NOT NULL
);

COMMENT ON TABLE raw.search_terms IS 'What is looked for: the stem that stands for all forms of a word.';
COMMENT ON COLUMN raw.search_terms.term IS 'Number of the term, counted from 1.';
COMMENT ON COLUMN raw.search_terms.language IS 'ISO 639-1 code, or und.';
COMMENT ON COLUMN raw.search_terms.stem IS 'The normal form that the classification compares; a Chinese character is its own.';

COMMENT ON TABLE raw.search_words IS 'The words of all texts, so that a question needs no stemmer: it looks its words up.';
COMMENT ON COLUMN raw.search_words.language IS 'ISO 639-1 code, or und.';
COMMENT ON COLUMN raw.search_words.word IS 'The word in lower case, without accents and vowel signs.';
COMMENT ON COLUMN raw.search_words.term IS 'The term that it is a form of; 0 for a function word, which has its place and is not looked for.';

COMMENT ON TABLE raw.search_documents IS 'A document whose words are in the index.';
COMMENT ON COLUMN raw.search_documents.document IS 'sha256 of the document.';
COMMENT ON COLUMN raw.search_documents.first IS 'Number of its first passage; those of the others follow by their place.';
COMMENT ON COLUMN raw.search_documents.passages IS 'How many numbers it takes.';
COMMENT ON COLUMN raw.search_documents.segment IS 'The segment that its words are in.';
COMMENT ON COLUMN raw.search_documents.version IS 'Version of the words; all are made again where the program has another.';

COMMENT ON TABLE raw.search_sizes IS 'How much text of a language a document has: what the score compares lengths with.';
COMMENT ON COLUMN raw.search_sizes.document IS 'sha256 of the document.';
COMMENT ON COLUMN raw.search_sizes.language IS 'ISO 639-1 code, or und.';
COMMENT ON COLUMN raw.search_sizes.passages IS 'Number of its passages in this language that have words.';
COMMENT ON COLUMN raw.search_sizes.words IS 'Number of words in them, without function words.';

COMMENT ON TABLE raw.search_passages IS 'A passage that can be found.';
COMMENT ON COLUMN raw.search_passages.number IS 'Number of the passage.';
COMMENT ON COLUMN raw.search_passages.first IS 'Number of the first passage of its document.';
COMMENT ON COLUMN raw.search_passages.words IS 'Number of its words, without function words.';

COMMENT ON TABLE raw.search_postings IS 'Where a term stands in the passages of a segment.';
COMMENT ON COLUMN raw.search_postings.segment IS 'Number of the segment, counted from 1.';
COMMENT ON COLUMN raw.search_postings.term IS 'Number of the term.';
COMMENT ON COLUMN raw.search_postings.found IS 'In how many passages of the segment it stands.';
COMMENT ON COLUMN raw.search_postings.passages IS 'Number of the passage of each occurrence, rising.';
COMMENT ON COLUMN raw.search_postings.places IS 'Place of each occurrence among all words of its passage, counted from 0.';
