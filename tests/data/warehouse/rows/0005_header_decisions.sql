-- A decision that stands, and one that was taken back.
INSERT INTO raw.header_decisions (
    document, field, value, decided_by, decided_at, why, withdrawn_by, withdrawn_at, withdrawn_why
)
VALUES (repeat('b', 64), 'title', '一项计划', 'Ann', now(), 'As on the list.', NULL, NULL, NULL),
    (repeat('a', 64), 'agenda_item', '4', 'Ann', now(), 'Moved.', 'Bob', now(), 'Moved back.');
