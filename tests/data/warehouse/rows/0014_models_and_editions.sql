-- One edition, with the document that it was made from.
INSERT INTO raw.models VALUES ('rules-1', repeat('a', 32), now());
INSERT INTO raw.editions (
    name, scope, dated, made_at, program_version, documents, families, corpus_hash, decisions, decisions_hash, taxonomy,
    taxonomy_hash, model, model_fingerprint, report_hash
)
VALUES (
    '2025', 'year 2025', '2026-01-01', now(), '0.1', 1, 1, repeat('a', 64), 0, repeat('b', 64), '2026.1',
    repeat('c', 64), 'rules-1', repeat('a', 32), repeat('d', 64)
);
INSERT INTO raw.edition_documents
SELECT 1, document, family, in_force, '2', 'rules-1', '2026.1' FROM raw.family_members;
