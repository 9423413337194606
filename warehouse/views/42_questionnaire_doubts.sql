-- Grain: one row per pair of replies, or question of a reply, that was not linked and that a person should look at.
CREATE VIEW questionnaire_doubts AS
SELECT
    p.document, NULL::INTEGER AS position, p.other, NULL::VARCHAR AS question, p.score,
    if(p.same, p.reason || '; but more than one questionnaire fits', p.reason) AS reason
FROM raw.questionnaire_pairs AS p
JOIN raw.questionnaire_replies AS a ON a.document = p.document
JOIN raw.questionnaire_replies AS b ON b.document = p.other
WHERE a.questionnaire <> b.questionnaire
UNION ALL
SELECT document, position, NULL, question, score, 'the wording is somewhat alike' FROM raw.question_doubts;
COMMENT ON VIEW questionnaire_doubts IS 'Replies that may be to the same questionnaire, and questions that may be the same: flagged, not linked.';
COMMENT ON COLUMN questionnaire_doubts.document IS 'sha256 of the reply.';
COMMENT ON COLUMN questionnaire_doubts.position IS 'Place of the doubtful question in it; empty where the whole reply is in doubt.';
COMMENT ON COLUMN questionnaire_doubts.other IS 'sha256 of the reply that may be to the same questionnaire.';
COMMENT ON COLUMN questionnaire_doubts.question IS 'Id of the question that it may be.';
COMMENT ON COLUMN questionnaire_doubts.score IS 'How alike they are, 0 to 1.';
COMMENT ON COLUMN questionnaire_doubts.reason IS 'What they were compared by.';
