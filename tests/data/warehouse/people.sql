-- What people did: two files that need a look, a corrected title, a label that was taken away, two documents that are one.
INSERT INTO raw.submissions (name, sha256, size, received_at, taken_at, finished_at, outcome, reason, program, run_id)
VALUES ('scan.pdf', repeat('e', 64), 9, now(), now(), now(), 'waiting', 'Install Tesseract.', 'tesseract', 1),
    ('broken.pdf', repeat('d', 64), 9, now(), now(), now(), 'quarantined', 'The file is damaged.', NULL, 1);
INSERT INTO raw.header_decisions (document, field, value, decided_by, decided_at, why)
VALUES (repeat('f', 64), 'title', 'On children online', 'Ann', '2026-02-01 10:00:00+00', 'As on the list.');
INSERT INTO raw.family_decisions (action, document, other, decided_by, decided_at, why)
VALUES ('split', repeat('f', 64), NULL, 'Ann', '2026-02-02 10:00:00+00', 'It stands alone.');
