-- What do the replies to a questionnaire answer to each question?
SELECT
    questionnaire, question_number, question_text,
    count(*) FILTER (yes) AS yes,
    count(*) FILTER (NOT yes) AS no,
    count(*) FILTER (answer_kind NOT IN ('yes_no', 'empty')) AS other_answers,
    count(*) FILTER (answer_kind = 'empty') AS unanswered,
    list(source ORDER BY source) FILTER (yes) AS who_says_yes
FROM questionnaire_matrix
GROUP BY questionnaire, position, question_number, question_text
ORDER BY questionnaire, position;
