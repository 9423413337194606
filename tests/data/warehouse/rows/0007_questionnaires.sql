-- A reply with one question, linked to its questionnaire, and all that may be in doubt.
INSERT INTO raw.questionnaire_answers VALUES (
    repeat('a', 64), 1, '1', NULL, 'Do you?', 'yes_no', 'Yes', ['Yes'], ['Yes', 'No'], true, ['a-1'], [1], ['a-1'], [1]
);
INSERT INTO raw.questionnaires VALUES ('q1', repeat('a', 64), 'A plan');
INSERT INTO raw.questions VALUES ('q1', 'q1/1', 1, '1', NULL, 'Do you?', 'en');
INSERT INTO raw.questionnaire_replies VALUES (repeat('a', 64), 'q1'), (repeat('b', 64), 'q2');
INSERT INTO raw.question_links VALUES (repeat('a', 64), 1, 'q1/1', 1);
INSERT INTO raw.question_doubts VALUES (repeat('a', 64), 1, 'q1/2', 0.6);
INSERT INTO raw.questionnaire_pairs VALUES (repeat('a', 64), repeat('b', 64), 0.6, false, 'the wording');
