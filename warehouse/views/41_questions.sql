-- Grain: one row per questionnaire and question.
CREATE VIEW questions AS
SELECT
    q.questionnaire, n.title AS questionnaire_title, q.position, q.id, q.number, q.stem, q.text, q.language,
    count(a.document) AS replies,
    count(a.document) FILTER (a.answer_kind <> 'empty') AS answered
FROM raw.questions AS q
JOIN raw.questionnaires AS n ON n.id = q.questionnaire
LEFT JOIN raw.question_links AS l ON l.question = q.id
LEFT JOIN raw.questionnaire_answers AS a ON a.document = l.document AND a.position = l.position
GROUP BY ALL;
COMMENT ON VIEW questions IS 'The questions of each questionnaire, and how many replies answer them.';
COMMENT ON COLUMN questions.questionnaire IS 'Id of the questionnaire.';
COMMENT ON COLUMN questions.questionnaire_title IS 'Title of its earliest reply.';
COMMENT ON COLUMN questions.position IS 'Place in the questionnaire, counted from 1.';
COMMENT ON COLUMN questions.id IS 'Id of the question: the same in all replies.';
COMMENT ON COLUMN questions.number IS 'Number as printed in the earliest reply that has it.';
COMMENT ON COLUMN questions.stem IS 'Text there of the question that it is a part of.';
COMMENT ON COLUMN questions.text IS 'Wording there.';
COMMENT ON COLUMN questions.language IS 'Language of that reply.';
COMMENT ON COLUMN questions.replies IS 'Number of documents that have the question, versions of one reply each counted.';
COMMENT ON COLUMN questions.answered IS 'Number of those that answer it.';
