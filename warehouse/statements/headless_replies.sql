-- Replies that were loaded before there were heads.
SELECT document FROM raw.questionnaire_replies WHERE document NOT IN (SELECT document FROM raw.questionnaire_heads)
    AND document IN (SELECT document FROM raw.questionnaire_answers);
