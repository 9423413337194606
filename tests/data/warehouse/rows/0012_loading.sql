-- The head of the reply.
INSERT INTO raw.questionnaire_heads VALUES (
    repeat('a', 64), 'f1', 'en', '2025-10-01', 'CWG-COP-20/4-E', 'A plan', ['CL-25/41']
);
