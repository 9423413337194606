-- A label that a person added, where it holds.
INSERT INTO raw.label_decisions (
    document, facet, concept, concept_name, taxonomy, verdict, language, passage, paragraph, text, prefix, suffix,
    quotes, copies, alike, decided_by, decided_at, why
)
VALUES (
    repeat('a', 64), 'framework', 'legal', 'Legal framework', '2026.1', 'add', 'en', 'a-1', 1, 'A law against grooming.',
    '', '', [{'start': 2, 'end': 5}], 1, 1, 'Ann', now(), 'It is a law.'
);
INSERT INTO raw.label_placements VALUES (
    1, repeat('a', 64), 1, 'framework', 'legal', 'add', true, 'same', 1, NULL, 'en', [{'start': 2, 'end': 5}], NULL,
    NULL, NULL
);
