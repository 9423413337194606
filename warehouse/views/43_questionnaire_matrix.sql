-- Grain: one row per question, source and reply in force.
-- The newest version of each reply counts, in the language that its family is led by, or else in the one that comes
-- first in the alphabet; a joint reply has a row for each of its sources.
CREATE VIEW questionnaire_matrix AS
SELECT
    q.questionnaire, q.position, q.id AS question, q.number AS question_number, q.text AS question_text,
    s.name AS source, s.iso3, s.country, a.answer_kind, a.yes, a.choices, a.answer_text, a.document, a.symbol,
    a.language, a.answer_paragraphs
FROM raw.questions AS q
JOIN (
    SELECT v.*, d.family
    FROM questionnaire_answers AS v
    JOIN document_versions AS d ON d.sha256 = v.document
    LEFT JOIN raw.family_members AS m ON m.document = v.document
    WHERE d.in_force
    QUALIFY row_number() OVER (
        PARTITION BY d.family, v.question
        ORDER BY coalesce(m.lead, true) DESC, v.answer_kind = 'empty', v.language, v.document
    ) = 1
) AS a ON a.question = q.id
LEFT JOIN sources AS s ON s.document = a.document;
COMMENT ON VIEW questionnaire_matrix IS 'Question by source: what each source answered, one version of each reply counted. Pivot it for a table of sources by questions.';
COMMENT ON COLUMN questionnaire_matrix.questionnaire IS 'Id of the questionnaire.';
COMMENT ON COLUMN questionnaire_matrix.position IS 'Place of the question in the questionnaire, counted from 1.';
COMMENT ON COLUMN questionnaire_matrix.question IS 'Id of the question: the same in all replies.';
COMMENT ON COLUMN questionnaire_matrix.question_number IS 'Number as printed in the earliest reply that has it.';
COMMENT ON COLUMN questionnaire_matrix.question_text IS 'Wording there.';
COMMENT ON COLUMN questionnaire_matrix.source IS 'Who replied, as written; empty where the first page does not say.';
COMMENT ON COLUMN questionnaire_matrix.iso3 IS 'ISO 3166-1 alpha-3 code of a State; empty for all others.';
COMMENT ON COLUMN questionnaire_matrix.country IS 'Name of the State in English; empty for all others.';
COMMENT ON COLUMN questionnaire_matrix.answer_kind IS 'text, yes_no, choice, number or empty (asked and not answered).';
COMMENT ON COLUMN questionnaire_matrix.yes IS 'What an answer of the kind yes_no says, in whatever language.';
COMMENT ON COLUMN questionnaire_matrix.choices IS 'The options that are ticked.';
COMMENT ON COLUMN questionnaire_matrix.answer_text IS 'The answer as printed.';
COMMENT ON COLUMN questionnaire_matrix.document IS 'sha256 of the reply.';
COMMENT ON COLUMN questionnaire_matrix.symbol IS 'Document number of the reply.';
COMMENT ON COLUMN questionnaire_matrix.language IS 'Language of the reply.';
COMMENT ON COLUMN questionnaire_matrix.answer_paragraphs IS 'Places of the passages that hold the answer.';
