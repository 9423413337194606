-- Two documents with all that belongs to a document, two submissions, a failure.
INSERT INTO raw.runs (started_at, finished_at, state, program_version, process, loaded)
VALUES ('2024-05-01 10:00:00+00', '2024-05-01 10:01:00+00', 'completed', '0.1.0', 7, 2),
    ('2024-05-02 10:00:00+00', NULL, 'running', '0.1.0', 8, 0);
INSERT INTO raw.submissions (name, sha256, size, received_at, taken_at, finished_at, outcome, reason, program, run_id)
VALUES ('Kenya''s plan "final".docx', repeat('a', 64), 5, now(), now(), now(), 'loaded', NULL, NULL, 1),
    ('scan.pdf', repeat('e', 64), 0, now(), now(), now(), 'waiting', 'Install it.', 'tesseract', 1),
    ('open.pdf', repeat('d', 64), 1, now(), now(), NULL, NULL, NULL, NULL, 2);
INSERT INTO raw.failures VALUES (2, 1, 'extract', 'ProgramMissing', 'Install it.', now());
INSERT INTO raw.taxonomies VALUES ('2026.1', now());
INSERT INTO raw.concepts VALUES
    ('2026.1', 'risk', 'grooming', 'Grooming', 'contact', 'Contact for abuse.', 1),
    ('2026.1', 'framework', 'legal', 'Legal framework', NULL, NULL, 1);
INSERT INTO raw.documents (
    sha256, media_type, language, pages, passages, property_title, extractor_version, model_version, taxonomy_version,
    loaded_at
)
VALUES (repeat('a', 64), 'application/pdf', 'en', 2, 2, 'Title', '1', 'rules-1', '2026.1', '2024-05-01 10:00:30+00'),
    (repeat('b', 64), 'application/msword', 'zh', NULL, 1, NULL, '1', 'rules-1', '2026.1', '2024-05-01 10:00:30+00');
INSERT INTO raw.headers (
    document, text, symbol, body, meeting, meeting_place, meeting_date, document_date, title, agenda_item,
    original_languages
)
VALUES (
    repeat('a', 64), E'CWG-COP-19/4-E\nGeneva', 'CWG-COP-19/4-E', 'CWG-COP', '19', 'Geneva', '2025-01-21', '2024-12-01',
    'A plan', '3', ['en', 'fr']
),
    (repeat('b', 64), '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, []);
INSERT INTO raw.header_provenance VALUES (repeat('a', 64), 'symbol', 1, {'start': 0, 'end': 14}, 0.95);
INSERT INTO raw.sources (document, position, name, iso3)
VALUES (repeat('a', 64), 1, 'Kenya (Republic of)', 'KEN'), (repeat('a', 64), 2, 'A club', NULL);
INSERT INTO raw.readings VALUES (
    repeat('a', 64), ['page 1'], [{'title': 'A', 'level': 1, 'page': NULL}], ['i'], [], [], ['pale scan']
);
INSERT INTO raw.passages (
    document, paragraph, id, page, kind, number, heading_path, language, text, text_before, proposal, table_index,
    table_row, confidence
)
VALUES (
    repeat('a', 64), 1, 'a-1', 1, 'list_item', 'a)', ['1 Risks', 'Grooming'], 'en', 'A law against grooming.',
    'A law.', 'MOD', NULL, NULL, NULL
),
    (repeat('a', 64), 2, 'a-2', 2, 'table_row', NULL, [], 'en', E'x\ty', NULL, NULL, 0, 0, 0.5),
    (repeat('b', 64), 1, 'b-1', NULL, 'paragraph', NULL, [], 'zh', '保护上网儿童', NULL, NULL, NULL, NULL, NULL);
INSERT INTO raw.revisions VALUES (
    repeat('a', 64), 1, 1, 'insertion', {'start': 5, 'end': 22}, ' against grooming', 'Ann', '2024-05-01T10:00:00Z'
);
INSERT INTO raw.remarks VALUES (repeat('a', 64), 1, 'Bob', NULL, 'why?', 'law');
INSERT INTO raw.tables VALUES (repeat('a', 64), 0, 2, 'Table 1', 1, 2);
INSERT INTO raw.cells VALUES
    (repeat('a', 64), 0, 0, 0, 1, 1, true, 'x'), (repeat('a', 64), 0, 0, 1, 1, 1, false, 'y');
INSERT INTO raw.suggestions VALUES
    (repeat('a', 64), 1, 'risk', 'grooming', 0.9, 0.5, 'rules-1', [{'start': 14, 'end': 22}]),
    (repeat('a', 64), 1, 'framework', 'legal', 0.4, 0.5, 'rules-1', []);
