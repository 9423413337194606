-- Grain of each table:
--   raw.questionnaire_answers  one row per reply and question
--   raw.questionnaire_pairs    one row per two replies that are, or may be, to the same questionnaire
--   raw.questionnaires         one row per questionnaire
--   raw.questions              one row per questionnaire and question
--   raw.questionnaire_replies  one row per reply, with its questionnaire
--   raw.question_links         one row per reply and question of it, with the question that it is in every reply
--   raw.question_doubts        one row per question of a reply that may be one of another reply's, and was not linked
--
-- All but the first are derived from the first and made again by the loader; no foreign keys, as in raw.suggestions.
-- Documents that were loaded before have no answers until they are read again.

CREATE TABLE raw.questionnaire_answers (
    document VARCHAR NOT NULL REFERENCES raw.documents (sha256),
    position INTEGER NOT NULL CHECK (position >= 1),
    question_number VARCHAR,
    question_stem VARCHAR,
    question_text VARCHAR NOT NULL,
    answer_kind VARCHAR NOT NULL CHECK (answer_kind IN ('text', 'yes_no', 'choice', 'number', 'empty')),
    answer_text VARCHAR NOT NULL,
    choices VARCHAR[] NOT NULL,
    options VARCHAR[] NOT NULL,
    yes BOOLEAN,
    question_passages VARCHAR[] NOT NULL,
    question_paragraphs INTEGER[] NOT NULL,
    answer_passages VARCHAR[] NOT NULL,
    answer_paragraphs INTEGER[] NOT NULL,
    PRIMARY KEY (document, position)
);

CREATE TABLE raw.questionnaire_pairs (
    document VARCHAR NOT NULL,
    other VARCHAR NOT NULL CHECK (document < other),
    score DOUBLE NOT NULL CHECK (score BETWEEN 0 AND 1),
    same BOOLEAN NOT NULL,
    reason VARCHAR NOT NULL
);

CREATE TABLE raw.questionnaires (
    id VARCHAR NOT NULL,
    reference VARCHAR NOT NULL,
    title VARCHAR
);

CREATE TABLE raw.questions (
    questionnaire VARCHAR NOT NULL,
    id VARCHAR NOT NULL,
    position INTEGER NOT NULL CHECK (position >= 1),
    number VARCHAR,
    stem VARCHAR,
    text VARCHAR NOT NULL,
    language VARCHAR NOT NULL
);

CREATE TABLE raw.questionnaire_replies (
    document VARCHAR NOT NULL,
    questionnaire VARCHAR NOT NULL
);

CREATE TABLE raw.question_links (
    document VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    question VARCHAR NOT NULL,
    score DOUBLE NOT NULL CHECK (score BETWEEN 0 AND 1)
);

CREATE TABLE raw.question_doubts (
    document VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    question VARCHAR NOT NULL,
    score DOUBLE NOT NULL CHECK (score BETWEEN 0 AND 1)
);

COMMENT ON TABLE raw.questionnaire_answers IS 'A question of a questionnaire with what one reply says to it.';
COMMENT ON COLUMN raw.questionnaire_answers.document IS 'sha256 of the document.';
COMMENT ON COLUMN raw.questionnaire_answers.position IS 'Place among the questions of the document, counted from 1.';
COMMENT ON COLUMN raw.questionnaire_answers.question_number IS 'Number as printed; that of a part stands after that of its question, e.g. 3 a).';
COMMENT ON COLUMN raw.questionnaire_answers.question_stem IS 'Text of the question that it is a part of.';
COMMENT ON COLUMN raw.questionnaire_answers.question_text IS 'Text of the question without its number.';
COMMENT ON COLUMN raw.questionnaire_answers.answer_kind IS 'text, yes_no, choice, number or empty.';
COMMENT ON COLUMN raw.questionnaire_answers.answer_text IS 'The answer as printed; empty where the question was not answered.';
COMMENT ON COLUMN raw.questionnaire_answers.choices IS 'The options that are ticked.';
COMMENT ON COLUMN raw.questionnaire_answers.options IS 'All options that are printed.';
COMMENT ON COLUMN raw.questionnaire_answers.yes IS 'What an answer of the kind yes_no says, in whatever language; empty for all others.';
COMMENT ON COLUMN raw.questionnaire_answers.question_passages IS 'Ids of the passages that the question stands in.';
COMMENT ON COLUMN raw.questionnaire_answers.question_paragraphs IS 'Places of these passages in the document.';
COMMENT ON COLUMN raw.questionnaire_answers.answer_passages IS 'Ids of the passages that the answer stands in.';
COMMENT ON COLUMN raw.questionnaire_answers.answer_paragraphs IS 'Places of these passages in the document.';

COMMENT ON TABLE raw.questionnaire_pairs IS 'Two replies that are, or may be, to the same questionnaire.';
COMMENT ON COLUMN raw.questionnaire_pairs.document IS 'sha256 of the one with the smaller hash.';
COMMENT ON COLUMN raw.questionnaire_pairs.other IS 'sha256 of the other.';
COMMENT ON COLUMN raw.questionnaire_pairs.score IS 'How alike their questions are, 0 to 1.';
COMMENT ON COLUMN raw.questionnaire_pairs.same IS 'True where they are linked, false where a person should look.';
COMMENT ON COLUMN raw.questionnaire_pairs.reason IS 'What they were compared by, in plain words.';

COMMENT ON TABLE raw.questionnaires IS 'A questionnaire, as known from the replies to it.';
COMMENT ON COLUMN raw.questionnaires.id IS 'Hash of the numbers and wording of the questions in its earliest reply.';
COMMENT ON COLUMN raw.questionnaires.reference IS 'sha256 of its earliest reply, or of the form itself.';
COMMENT ON COLUMN raw.questionnaires.title IS 'Title of that document.';

COMMENT ON TABLE raw.questions IS 'A question of a questionnaire, the same in all replies.';
COMMENT ON COLUMN raw.questions.questionnaire IS 'Id of the questionnaire.';
COMMENT ON COLUMN raw.questions.id IS 'Id of the question: that of the questionnaire, a stroke, and its number or place.';
COMMENT ON COLUMN raw.questions.position IS 'Place in the questionnaire, counted from 1.';
COMMENT ON COLUMN raw.questions.number IS 'Number as printed in the earliest reply that has it.';
COMMENT ON COLUMN raw.questions.stem IS 'Text there of the question that it is a part of.';
COMMENT ON COLUMN raw.questions.text IS 'Wording there.';
COMMENT ON COLUMN raw.questions.language IS 'Language of that reply: ISO 639-1 code, or und.';

COMMENT ON TABLE raw.questionnaire_replies IS 'A document with questions and answers, with its questionnaire.';
COMMENT ON COLUMN raw.questionnaire_replies.document IS 'sha256 of the document.';
COMMENT ON COLUMN raw.questionnaire_replies.questionnaire IS 'Id of the questionnaire.';

COMMENT ON TABLE raw.question_links IS 'Which question of the questionnaire a question of a reply is.';
COMMENT ON COLUMN raw.question_links.document IS 'sha256 of the reply.';
COMMENT ON COLUMN raw.question_links.position IS 'Place among the questions of the reply, counted from 1.';
COMMENT ON COLUMN raw.question_links.question IS 'Id of the question.';
COMMENT ON COLUMN raw.question_links.score IS 'How alike the two are, 0 to 1; 1 for the reply that the question is known from.';

COMMENT ON TABLE raw.question_doubts IS 'A question of a reply that may be another one of the questionnaire, and was not linked to it.';
COMMENT ON COLUMN raw.question_doubts.document IS 'sha256 of the reply.';
COMMENT ON COLUMN raw.question_doubts.position IS 'Place among the questions of the reply, counted from 1.';
COMMENT ON COLUMN raw.question_doubts.question IS 'Id of the question that it may be.';
COMMENT ON COLUMN raw.question_doubts.score IS 'How alike the two are, 0 to 1.';
