SELECT document, position, question_number, question_stem, question_text, len(options)
FROM raw.questionnaire_answers
ORDER BY document, position;
