-- A family of two, as if a person had merged them.
INSERT INTO raw.signatures VALUES (repeat('a', 64), '0', 0, [], [], 'P', [23]);
INSERT INTO raw.signature_bands VALUES (repeat('a', 64), 1);
INSERT INTO raw.document_pairs VALUES (repeat('a', 64), repeat('b', 64), 'similar', 0.5, 'Alike.');
INSERT INTO raw.families VALUES ('f1', 'CWG-COP-19/4', repeat('a', 64), 2);
INSERT INTO raw.family_members VALUES
    (repeat('a', 64), 'f1', 'original', '', 0, true, true, NULL, NULL),
    (repeat('b', 64), 'f1', 'translation', '', 0, true, false, 'decision', repeat('a', 64));
INSERT INTO raw.family_decisions (action, document, other, decided_by, decided_at, why)
VALUES ('merge', repeat('a', 64), repeat('b', 64), 'Ann', now(), 'The Chinese version.');
