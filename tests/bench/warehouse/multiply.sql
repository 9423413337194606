-- The documents of the attached warehouse `made` as others: other keys, symbols, dates and order of words.
-- What they have to do with each other stays, and nothing links them to the documents that they were made from.
CREATE OR REPLACE TEMPORARY MACRO new_key(document) AS sha256(document || ':$k');
CREATE OR REPLACE TEMPORARY MACRO new_id(id) AS left(md5(id || ':$k'), length(id));
CREATE OR REPLACE TEMPORARY MACRO new_question(id) AS new_id(split_part(id, '/', 1)) || '/' || split_part(id, '/', 2);
CREATE OR REPLACE TEMPORARY MACRO new_symbol(symbol) AS regexp_replace(symbol, '/(\d+)', '/\10000$k');
CREATE OR REPLACE TEMPORARY MACRO turned(words, step) AS list_concat(words[step + 1:], words[:step]);
CREATE OR REPLACE TEMPORARY MACRO reworded(text, language, tab) AS if(
    language = 'zh' OR tab IS NOT NULL,
    substring(text, $k * 2 + 1) || substring(text, 1, $k * 2),
    array_to_string(turned(string_split(text, ' '), $k * 3), ' ')
);

INSERT INTO raw.documents BY NAME
SELECT d.* REPLACE (new_key(sha256) AS sha256) FROM made.raw.documents AS d;
INSERT INTO raw.headers BY NAME
SELECT h.* REPLACE (
    new_key(document) AS document, new_symbol(symbol) AS symbol, document_date + $k AS document_date,
    reworded(title, 'en', NULL) AS title
)
FROM made.raw.headers AS h;
INSERT INTO raw.header_provenance BY NAME
SELECT t.* REPLACE (new_key(document) AS document) FROM made.raw.header_provenance AS t;
INSERT INTO raw.sources BY NAME
SELECT t.* REPLACE (new_key(document) AS document) FROM made.raw.sources AS t;
INSERT INTO raw.readings BY NAME
SELECT t.* REPLACE (new_key(document) AS document) FROM made.raw.readings AS t;
INSERT INTO raw.passages BY NAME
SELECT t.* REPLACE (
    new_key(document) AS document, new_id(id) AS id,
    if(paragraph <= 7, text, reworded(text, language, table_index)) AS text
)
FROM made.raw.passages AS t;
INSERT INTO raw.tables BY NAME
SELECT t.* REPLACE (new_key(document) AS document) FROM made.raw.tables AS t;
INSERT INTO raw.cells BY NAME
SELECT t.* REPLACE (new_key(document) AS document) FROM made.raw.cells AS t;
INSERT INTO raw.suggestions BY NAME
SELECT t.* REPLACE (new_key(document) AS document) FROM made.raw.suggestions AS t;
INSERT INTO raw.questionnaire_answers BY NAME
SELECT t.* REPLACE (
    new_key(document) AS document, reworded(question_text, 'en', NULL) AS question_text,
    list_transform(question_passages, lambda one: new_id(one)) AS question_passages,
    list_transform(answer_passages, lambda one: new_id(one)) AS answer_passages
)
FROM made.raw.questionnaire_answers AS t;
INSERT INTO raw.signatures BY NAME
SELECT t.* REPLACE (
    new_key(document) AS document,
    list_transform(minhash, lambda one: xor(one::BIGINT, $k * 268435399::BIGINT)::UINTEGER) AS minhash
)
FROM made.raw.signatures AS t;
INSERT INTO raw.signature_bands BY NAME
SELECT new_key(document) AS document, xor(band::BIGINT, $k * 268435399::BIGINT)::UINTEGER AS band
FROM made.raw.signature_bands;
INSERT INTO raw.family_identities BY NAME
SELECT i.* REPLACE (
    new_key(document) AS document, new_symbol(symbol) AS symbol, document_date + $k AS document_date,
    new_symbol(base) AS base,
    regexp_replace(origin, '\d{4}-\d\d-\d\d', (document_date + $k)::VARCHAR) AS origin
)
FROM made.raw.family_identities AS i;
INSERT INTO raw.document_pairs BY NAME
SELECT p.* REPLACE (
    least(new_key(document), new_key(other)) AS document, greatest(new_key(document), new_key(other)) AS other
)
FROM made.raw.document_pairs AS p;
INSERT INTO raw.families BY NAME
SELECT f.* REPLACE (new_id(id) AS id, new_symbol(symbol) AS symbol, new_key(lead) AS lead)
FROM made.raw.families AS f;
INSERT INTO raw.family_members BY NAME
SELECT m.* REPLACE (new_key(document) AS document, new_id(family) AS family, new_key(linked_to) AS linked_to)
FROM made.raw.family_members AS m;
INSERT INTO raw.questionnaires BY NAME
SELECT q.* REPLACE (new_id(id) AS id, new_key(reference) AS reference)
FROM made.raw.questionnaires AS q;
INSERT INTO raw.questionnaire_pairs BY NAME
SELECT p.* REPLACE (
    least(new_key(document), new_key(other)) AS document, greatest(new_key(document), new_key(other)) AS other
)
FROM made.raw.questionnaire_pairs AS p;
INSERT INTO raw.questionnaire_replies BY NAME
SELECT r.* REPLACE (new_key(document) AS document, new_id(questionnaire) AS questionnaire)
FROM made.raw.questionnaire_replies AS r;
INSERT INTO raw.questions BY NAME
SELECT q.* REPLACE (
    new_id(questionnaire) AS questionnaire, new_question(id) AS id, reworded(text, 'en', NULL) AS text
)
FROM made.raw.questions AS q
WHERE questionnaire IN (SELECT id FROM made.raw.questionnaires);
INSERT INTO raw.question_links BY NAME
SELECT l.* REPLACE (new_key(document) AS document, new_question(question) AS question)
FROM made.raw.question_links AS l;
INSERT INTO raw.question_doubts BY NAME
SELECT l.* REPLACE (new_key(document) AS document, new_question(question) AS question)
FROM made.raw.question_doubts AS l;
-- The index: numbers and segments behind those that are there. The words of a passage are the same; their places are not,
-- which makes it no larger or slower.
CREATE OR REPLACE TEMPORARY TABLE moved AS
SELECT $k * (max(first + passages) - 1) AS numbers, $k * max(segment) AS segments FROM made.raw.search_documents;
INSERT INTO raw.search_documents BY NAME
SELECT d.* REPLACE (new_key(document) AS document, first + numbers AS first, segment + segments AS segment)
FROM made.raw.search_documents AS d, moved;
INSERT INTO raw.search_sizes BY NAME
SELECT z.* REPLACE (new_key(document) AS document) FROM made.raw.search_sizes AS z;
INSERT INTO raw.search_passages BY NAME
SELECT p.* REPLACE (number + numbers AS number, first + numbers AS first) FROM made.raw.search_passages AS p, moved;
INSERT INTO raw.search_postings BY NAME
SELECT p.* REPLACE (
    segment + segments AS segment, list_transform(passages, lambda one: (one + numbers)::UINTEGER) AS passages
)
FROM made.raw.search_postings AS p, moved;
