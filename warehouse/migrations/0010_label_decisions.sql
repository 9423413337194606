-- Grain of each table:
--   raw.label_decisions   one row per decision of a person on one label of one passage
--   raw.label_placements  one row per decision and passage that it holds for; one without a passage where there is none
--
-- A decision keeps the words that it was made on, so that it finds its passage again after the document was read anew
-- by another reader. No row of it is deleted, and it names its document without a foreign key: nothing that happens to
-- a document may touch what a person decided of it. Where a decision holds now is told apart from it, and made again
-- whenever its document or family is loaded or linked again. As for suggestions, no key: its rows come and go in the
-- transaction of their documents (see 0001_first).

CREATE TYPE raw.label_verdict AS ENUM ('accept', 'reject', 'add');
CREATE TYPE raw.placement AS ENUM ('same', 'moved', 'mended');

CREATE SEQUENCE raw.label_decision_ids;

CREATE TABLE raw.label_decisions (
    id BIGINT PRIMARY KEY DEFAULT nextval('raw.label_decision_ids'),
    document VARCHAR NOT NULL CHECK (length(document) = 64),
    facet raw.facet NOT NULL,
    concept VARCHAR NOT NULL CHECK (concept <> ''),
    concept_name VARCHAR NOT NULL CHECK (concept_name <> ''),
    taxonomy VARCHAR NOT NULL,
    verdict raw.label_verdict NOT NULL,
    suggested_score DOUBLE CHECK (suggested_score BETWEEN 0 AND 1),
    suggested_threshold DOUBLE CHECK (suggested_threshold BETWEEN 0 AND 1),
    suggested_model VARCHAR,
    language VARCHAR NOT NULL,
    passage VARCHAR NOT NULL CHECK (passage <> ''),
    paragraph INTEGER NOT NULL CHECK (paragraph >= 1),
    text VARCHAR NOT NULL,
    prefix VARCHAR NOT NULL,
    suffix VARCHAR NOT NULL,
    quotes STRUCT("start" INTEGER, "end" INTEGER)[] NOT NULL,
    copies INTEGER NOT NULL CHECK (copies >= 1),
    alike INTEGER NOT NULL CHECK (alike >= copies),
    decided_by VARCHAR NOT NULL CHECK (decided_by <> ''),
    decided_at TIMESTAMPTZ NOT NULL,
    why VARCHAR NOT NULL CHECK (why <> ''),
    withdrawn_by VARCHAR,
    withdrawn_at TIMESTAMPTZ,
    withdrawn_why VARCHAR,
    CHECK ((suggested_score IS NULL) = (suggested_model IS NULL)),
    CHECK ((suggested_score IS NULL) = (suggested_threshold IS NULL)),
    CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL)),
    CHECK ((withdrawn_at IS NULL) = (withdrawn_why IS NULL))
);

CREATE TABLE raw.label_placements (
    decision BIGINT NOT NULL,
    document VARCHAR NOT NULL,
    paragraph INTEGER CHECK (paragraph >= 1),
    facet raw.facet NOT NULL,
    concept VARCHAR NOT NULL,
    verdict raw.label_verdict NOT NULL,
    in_force BOOLEAN NOT NULL,
    placement raw.placement,
    likeness DOUBLE CHECK (likeness BETWEEN 0 AND 1),
    reason VARCHAR,
    language VARCHAR,
    evidence STRUCT("start" INTEGER, "end" INTEGER)[] NOT NULL,
    score DOUBLE,
    threshold DOUBLE,
    model VARCHAR,
    CHECK ((paragraph IS NULL) = (placement IS NULL)),
    CHECK ((paragraph IS NULL) = (likeness IS NULL)),
    CHECK ((paragraph IS NULL) = (reason IS NOT NULL)),
    CHECK (NOT in_force OR paragraph IS NOT NULL)
);

COMMENT ON TABLE raw.label_decisions IS 'What a person decided on a label of a passage; it wins over every suggestion, and is never deleted.';
COMMENT ON COLUMN raw.label_decisions.id IS 'Number of the decision, counted from 1.';
COMMENT ON COLUMN raw.label_decisions.document IS 'sha256 of the document.';
COMMENT ON COLUMN raw.label_decisions.facet IS 'framework, risk, level, purpose or stakeholder.';
COMMENT ON COLUMN raw.label_decisions.concept IS 'Id of the concept within its facet.';
COMMENT ON COLUMN raw.label_decisions.concept_name IS 'Name that the concept had then.';
COMMENT ON COLUMN raw.label_decisions.taxonomy IS 'Version of the taxonomy that it was chosen from.';
COMMENT ON COLUMN raw.label_decisions.verdict IS 'accept or reject what was suggested, or add what was not.';
COMMENT ON COLUMN raw.label_decisions.suggested_score IS 'How sure the model was then, 0 to 1; empty where it suggested nothing.';
COMMENT ON COLUMN raw.label_decisions.suggested_threshold IS 'The score from which the suggestion would have been in force then.';
COMMENT ON COLUMN raw.label_decisions.suggested_model IS 'Name and version of what had suggested it.';
COMMENT ON COLUMN raw.label_decisions.language IS 'Language of the passage: ISO 639-1 code, or und.';
COMMENT ON COLUMN raw.label_decisions.passage IS 'Id that the passage had then.';
COMMENT ON COLUMN raw.label_decisions.paragraph IS 'Place that the passage had then, counted from 1 over the document.';
COMMENT ON COLUMN raw.label_decisions.text IS 'Text of the passage as the person saw it.';
COMMENT ON COLUMN raw.label_decisions.prefix IS 'The last characters of the document before the passage.';
COMMENT ON COLUMN raw.label_decisions.suffix IS 'The first characters of the document after the passage.';
COMMENT ON COLUMN raw.label_decisions.quotes IS 'Half-open character offsets in the text of the words that it rests on; empty: the whole passage.';
COMMENT ON COLUMN raw.label_decisions.copies IS 'How many passages of the document had this text, itself included.';
COMMENT ON COLUMN raw.label_decisions.alike IS 'How many passages of the document had this text or one much like it, itself included.';
COMMENT ON COLUMN raw.label_decisions.decided_by IS 'Who decided.';
COMMENT ON COLUMN raw.label_decisions.decided_at IS 'When.';
COMMENT ON COLUMN raw.label_decisions.why IS 'Why, in the words of who decided.';
COMMENT ON COLUMN raw.label_decisions.withdrawn_by IS 'Who took it back or decided anew; empty while it stands.';
COMMENT ON COLUMN raw.label_decisions.withdrawn_at IS 'When it was taken back or replaced.';
COMMENT ON COLUMN raw.label_decisions.withdrawn_why IS 'Why it was taken back, or which decision replaced it.';

COMMENT ON TABLE raw.label_placements IS 'Where a decision on a label holds as the documents are read now.';
COMMENT ON COLUMN raw.label_placements.decision IS 'Number of the decision.';
COMMENT ON COLUMN raw.label_placements.document IS 'sha256 of the document: the one that was decided on, or another version of it with the same passage.';
COMMENT ON COLUMN raw.label_placements.paragraph IS 'Place of the passage in the document; empty where the decision found none.';
COMMENT ON COLUMN raw.label_placements.facet IS 'framework, risk, level, purpose or stakeholder.';
COMMENT ON COLUMN raw.label_placements.concept IS 'Id of the concept within its facet.';
COMMENT ON COLUMN raw.label_placements.verdict IS 'accept, reject or add, as decided.';
COMMENT ON COLUMN raw.label_placements.in_force IS 'Whether it is the decision that counts for its passage and label: the latest.';
COMMENT ON COLUMN raw.label_placements.placement IS 'same: text and place are as they were; moved: the same words elsewhere, or in a passage cut otherwise; mended: nearly the same words.';
COMMENT ON COLUMN raw.label_placements.likeness IS 'How like the words are to those that were decided on, 0 to 1.';
COMMENT ON COLUMN raw.label_placements.reason IS 'Why it found no passage; empty where it found one.';
COMMENT ON COLUMN raw.label_placements.language IS 'Language of the passage: ISO 639-1 code, or und.';
COMMENT ON COLUMN raw.label_placements.evidence IS 'Half-open character offsets in the text of the passage that the label rests on.';
COMMENT ON COLUMN raw.label_placements.score IS 'How sure the model is of this label now; empty where it does not suggest it.';
COMMENT ON COLUMN raw.label_placements.threshold IS 'The score from which the suggestion would be in force.';
COMMENT ON COLUMN raw.label_placements.model IS 'Name and version of what suggests it now.';
