-- Grain: one row per reply and question.
CREATE VIEW questionnaire_answers AS
SELECT
    r.questionnaire, l.question, a.document, d.symbol, d.sources, d.states, d.language, a.position, a.question_number,
    a.question_stem, a.question_text, a.answer_kind, a.yes, a.choices, a.options, a.answer_text, a.question_passages,
    a.question_paragraphs, a.answer_passages, a.answer_paragraphs
FROM raw.questionnaire_answers AS a
JOIN document_versions AS d ON d.sha256 = a.document
LEFT JOIN raw.questionnaire_replies AS r ON r.document = a.document
LEFT JOIN raw.question_links AS l ON l.document = a.document AND l.position = a.position;
COMMENT ON VIEW questionnaire_answers IS 'What each reply to a questionnaire says to each question; language versions and revisions of a reply are replies of their own.';
COMMENT ON COLUMN questionnaire_answers.questionnaire IS 'Id of the questionnaire: the same for all replies to it.';
COMMENT ON COLUMN questionnaire_answers.question IS 'Id of the question: the same in all replies, whatever their language.';
COMMENT ON COLUMN questionnaire_answers.document IS 'sha256 of the document.';
COMMENT ON COLUMN questionnaire_answers.symbol IS 'Document number.';
COMMENT ON COLUMN questionnaire_answers.sources IS 'Who replied: names as written.';
COMMENT ON COLUMN questionnaire_answers.states IS 'The States among them: ISO 3166-1 alpha-3 codes.';
COMMENT ON COLUMN questionnaire_answers.language IS 'Language of the document: ISO 639-1 code, or und.';
COMMENT ON COLUMN questionnaire_answers.position IS 'Place among the questions of the document, counted from 1.';
COMMENT ON COLUMN questionnaire_answers.question_number IS 'Number as printed; that of a part stands after that of its question, e.g. 3 a).';
COMMENT ON COLUMN questionnaire_answers.question_stem IS 'Text of the question that it is a part of.';
COMMENT ON COLUMN questionnaire_answers.question_text IS 'Text of the question without its number.';
COMMENT ON COLUMN questionnaire_answers.answer_kind IS 'text, yes_no, choice, number or empty (asked and not answered).';
COMMENT ON COLUMN questionnaire_answers.yes IS 'What an answer of the kind yes_no says, in whatever language; empty for all others.';
COMMENT ON COLUMN questionnaire_answers.choices IS 'The options that are ticked.';
COMMENT ON COLUMN questionnaire_answers.options IS 'All options that are printed.';
COMMENT ON COLUMN questionnaire_answers.answer_text IS 'The answer as printed; empty where the question was not answered.';
COMMENT ON COLUMN questionnaire_answers.question_passages IS 'Ids of the passages that the question stands in.';
COMMENT ON COLUMN questionnaire_answers.question_paragraphs IS 'Places of these passages in the document.';
COMMENT ON COLUMN questionnaire_answers.answer_passages IS 'Ids of the passages that the answer stands in.';
COMMENT ON COLUMN questionnaire_answers.answer_paragraphs IS 'Places of these passages in the document.';
