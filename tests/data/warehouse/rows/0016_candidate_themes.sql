-- A group of words that may be a theme.
INSERT INTO raw.candidate_themes VALUES (
    'c1', 'en', ['loot', 'skins'], 2, 1, ['KEN'], 2024, NULL,
    [{'document': repeat('a', 64), 'paragraph': 1, 'text': 'A law against grooming.'}], now()
);
