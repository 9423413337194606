-- A row that cannot be, one a statement; tests/warehouse/test_constraints.py holds that each is refused.

-- Keys.
INSERT INTO raw.documents FROM raw.documents;
INSERT INTO raw.headers FROM raw.headers;
INSERT INTO raw.sources FROM raw.sources;
INSERT INTO raw.revisions FROM raw.revisions;
INSERT INTO raw.tables FROM raw.tables;
INSERT INTO raw.questionnaire_answers FROM raw.questionnaire_answers;
INSERT INTO raw.family_members FROM raw.family_members;
INSERT INTO raw.editions FROM raw.editions;
INSERT INTO raw.edition_documents FROM raw.edition_documents;
INSERT INTO raw.models FROM raw.models;
INSERT INTO raw.concepts FROM raw.concepts;

-- What belongs to something that is not there, and what something else belongs to.
INSERT INTO raw.headers SELECT * REPLACE (repeat('e', 64) AS document) FROM raw.headers;
INSERT INTO raw.sources SELECT * REPLACE (repeat('e', 64) AS document) FROM raw.sources;
INSERT INTO raw.revisions SELECT * REPLACE (repeat('e', 64) AS document) FROM raw.revisions;
INSERT INTO raw.tables SELECT * REPLACE (repeat('e', 64) AS document) FROM raw.tables;
INSERT INTO raw.concepts SELECT * REPLACE ('no such version' AS taxonomy) FROM raw.concepts;
INSERT INTO raw.failures VALUES (999, 1, 'load', 'LimitExceeded', 'why', now());
INSERT INTO raw.edition_documents SELECT * REPLACE (999 AS edition) FROM raw.edition_documents;
DELETE FROM raw.documents;
DELETE FROM raw.editions;

-- Values that cannot be.
INSERT INTO raw.documents SELECT * REPLACE ('short' AS sha256) FROM raw.documents;
UPDATE raw.documents SET pages = -1;
UPDATE raw.documents SET model_version = NULL;
UPDATE raw.headers SET action = 'decision';
UPDATE raw.headers SET status = 'final draft';
UPDATE raw.sources SET region = 'Africa';
UPDATE raw.sources SET iso3 = 'KE';
UPDATE raw.passages SET page = 0;
UPDATE raw.passages SET kind = 'poem';
UPDATE raw.passages SET text = NULL;
UPDATE raw.passages SET table_index = NULL, table_row = 1;
UPDATE raw.passages SET confidence = 1.5;
UPDATE raw.passages SET proposal = 'DEL';
UPDATE raw.revisions SET kind = 'addition';
UPDATE raw.cells SET column_span = 0;
UPDATE raw.family_members SET role = 'cousin';
UPDATE raw.family_members SET lead = NOT lead;
UPDATE raw.questionnaire_answers SET answer_kind = 'poem';
UPDATE raw.suggestions SET score = 1.1;
UPDATE raw.suggestions SET paragraph = 0;
UPDATE raw.suggestions SET facet = 'mood';
UPDATE raw.suggestions SET model = NULL;
INSERT INTO raw.document_pairs VALUES ('b', 'a', 'similar', 0.5, 'the greater one first');
INSERT INTO raw.models VALUES ('rules-1', 'short', now());
UPDATE raw.editions SET families = documents + 1;
UPDATE raw.editions SET model_fingerprint = 'short';

-- A decision says who and why, and is taken back as a whole.
INSERT INTO raw.header_decisions (document, field, value, decided_by, decided_at, why)
VALUES (repeat('f', 64), 'title', 'x', '', now(), 'why');
INSERT INTO raw.header_decisions (document, field, value, decided_by, decided_at, why)
VALUES (repeat('f', 64), 'title', 'x', 'Ann', now(), '');
INSERT INTO raw.header_decisions (document, field, value, decided_by, decided_at, why, withdrawn_at)
VALUES (repeat('f', 64), 'title', 'x', 'Ann', now(), 'why', now());
INSERT INTO raw.family_decisions (action, document, decided_by, decided_at, why)
VALUES ('merge', repeat('f', 64), 'Ann', now(), 'with nothing');

-- An outcome says what it has to.
INSERT INTO raw.submissions (name, sha256, size, received_at, taken_at, finished_at, outcome, run_id)
VALUES ('a.pdf', repeat('f', 64), 1, now(), now(), now(), 'quarantined', 1);
INSERT INTO raw.submissions (name, sha256, size, received_at, taken_at, outcome, run_id)
VALUES ('a.pdf', repeat('f', 64), 1, now(), now(), 'loaded', 1);
INSERT INTO raw.runs (started_at, program_version, process, state) VALUES (now(), '0.1', 1, 'completed');
