-- Grain: one row per label in force and piece of evidence.
-- The evidence is unnested in the select list and not by a lateral join, through which DuckDB pushes no filter down.
CREATE VIEW label_evidence AS
SELECT
    l.document, m.family, coalesce(m.in_force, true) AS in_force, h.symbol, h.title, p.id AS passage, p.page, p.paragraph, p.number, l.facet, l.concept, l.name,
    l.span."start" AS quote_start,
    l.span."end" AS quote_end,
    substring(p.text, l.span."start" + 1, l.span."end" - l.span."start") AS quote,
    p.text, p.language, l.score, l.standing, l.decided_by
FROM (
    SELECT document, paragraph, facet, concept, name, score, standing, decided_by, unnest(evidence) AS span
    FROM labels
) AS l
JOIN raw.passages AS p ON p.document = l.document AND p.paragraph = l.paragraph
JOIN headers_in_force AS h ON h.document = l.document
LEFT JOIN raw.family_members AS m ON m.document = l.document;
COMMENT ON VIEW label_evidence IS 'The words that earned a label, with where they stand; of an added label the words that the person named, or the whole passage.';
COMMENT ON COLUMN label_evidence.document IS 'sha256 of the document.';
COMMENT ON COLUMN label_evidence.family IS 'The family that the document belongs to.';
COMMENT ON COLUMN label_evidence.in_force IS 'Whether the document is the newest revision, and no copy; older ones stay readable.';
COMMENT ON COLUMN label_evidence.symbol IS 'Document number.';
COMMENT ON COLUMN label_evidence.title IS 'Title of the document.';
COMMENT ON COLUMN label_evidence.passage IS 'Id of the passage.';
COMMENT ON COLUMN label_evidence.page IS 'Page, counted from 1; empty for formats without pages (Word): cite the paragraph.';
COMMENT ON COLUMN label_evidence.paragraph IS 'Place in the document, counted from 1 over all its passages.';
COMMENT ON COLUMN label_evidence.number IS 'Number of the passage as printed.';
COMMENT ON COLUMN label_evidence.facet IS 'framework, risk, level, purpose or stakeholder.';
COMMENT ON COLUMN label_evidence.concept IS 'Id of the concept within its facet.';
COMMENT ON COLUMN label_evidence.name IS 'Name of the concept.';
COMMENT ON COLUMN label_evidence.quote_start IS 'Where the quote starts in the text, in characters from 0.';
COMMENT ON COLUMN label_evidence.quote_end IS 'Where the quote ends in the text: the first character after it.';
COMMENT ON COLUMN label_evidence.quote IS 'The words that earned the label.';
COMMENT ON COLUMN label_evidence.text IS 'The whole passage.';
COMMENT ON COLUMN label_evidence.language IS 'Language of the passage.';
COMMENT ON COLUMN label_evidence.score IS 'How sure the model is, 0 to 1; empty where a person added what no model suggests.';
COMMENT ON COLUMN label_evidence.standing IS 'decided by a person, trusted, or undecided: it waits for review.';
COMMENT ON COLUMN label_evidence.decided_by IS 'Who accepted or added the label; empty where nobody did.';
