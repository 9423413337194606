-- Grain: one row per label in force that waits for review, of documents in force.
CREATE VIEW labels_to_review AS
SELECT
    l.document, m.family, h.symbol, h.title, p.id AS passage, p.page, l.paragraph, l.language, l.facet, l.concept, l.name,
    l.score, l.threshold, l.score - l.threshold AS margin, p.text, l.evidence, l.model
FROM labels AS l
JOIN raw.passages AS p ON p.document = l.document AND p.paragraph = l.paragraph
JOIN headers_in_force AS h ON h.document = l.document
LEFT JOIN raw.family_members AS m ON m.document = l.document
WHERE NOT l.trusted AND coalesce(m.in_force, true);
COMMENT ON VIEW labels_to_review IS 'The labels that a person should look at, since the model does not give them well enough in this language; order by margin to begin with the most doubtful.';
COMMENT ON COLUMN labels_to_review.document IS 'sha256 of the document.';
COMMENT ON COLUMN labels_to_review.family IS 'The family that the document belongs to.';
COMMENT ON COLUMN labels_to_review.symbol IS 'Document number.';
COMMENT ON COLUMN labels_to_review.title IS 'Title of the document.';
COMMENT ON COLUMN labels_to_review.passage IS 'Id of the passage.';
COMMENT ON COLUMN labels_to_review.page IS 'Page, counted from 1; empty for formats without pages (Word): cite the paragraph.';
COMMENT ON COLUMN labels_to_review.paragraph IS 'Place in the document, counted from 1 over all its passages.';
COMMENT ON COLUMN labels_to_review.language IS 'Language of the passage: ISO 639-1 code, or und.';
COMMENT ON COLUMN labels_to_review.facet IS 'framework, risk, level, purpose or stakeholder.';
COMMENT ON COLUMN labels_to_review.concept IS 'Id of the concept within its facet.';
COMMENT ON COLUMN labels_to_review.name IS 'Name of the concept.';
COMMENT ON COLUMN labels_to_review.score IS 'How sure the model is, 0 to 1.';
COMMENT ON COLUMN labels_to_review.threshold IS 'The score from which the label is in force.';
COMMENT ON COLUMN labels_to_review.margin IS 'How far the score is above the threshold: the smaller, the more doubtful.';
COMMENT ON COLUMN labels_to_review.text IS 'The whole passage.';
COMMENT ON COLUMN labels_to_review.evidence IS 'Half-open character offsets in the text that earned it.';
COMMENT ON COLUMN labels_to_review.model IS 'Name and version of what gave it.';
