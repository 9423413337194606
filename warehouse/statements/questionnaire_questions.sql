SELECT document, position, question_number, question_stem, question_text, len(options)
FROM raw.questionnaire_answers
WHERE document IN (SELECT document FROM asked_documents)
ORDER BY document, position;
