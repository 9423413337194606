-- What documents are linked by.
INSERT INTO raw.family_identities VALUES (
    repeat('a', 64), 'CWG-COP-19/4', 'KEN 2024-12-01', 1, 2, 'CWG-COP-19/4-E', 0.95, 'en', ['en', 'fr'], '2024-12-01',
    '2025-01-21', 'application/pdf', [{'name': 'Kenya (Republic of)', 'iso3': 'KEN', 'organisation': NULL}]
);
