-- One candidate for a theme.
INSERT INTO raw.candidate_themes VALUES (
    'c1', 'en', ['zorbling'], 3, 3, ['KEN'], 2025, 2026,
    [{'document': repeat('a', 64), 'paragraph': 1, 'text': 'Pupils are drawn into zorbling.'}], now()
);
