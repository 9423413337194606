-- Grain: one row per passage with at least one label in force.
CREATE VIEW passages_with_labels AS
SELECT
    p.document, m.family, coalesce(m.in_force, true) AS in_force, h.symbol, h.title, p.id AS passage, p.page, p.paragraph, p.number,
    p.heading_path, p.language, p.text, l.frameworks, l.risks, l.levels, l.purposes, l.stakeholders,
    list_sort([one.concept FOR one IN l.undecided]) AS undecided
FROM passage_labels AS l
JOIN raw.passages AS p ON p.document = l.document AND p.paragraph = l.paragraph
JOIN headers_in_force AS h ON h.document = l.document
LEFT JOIN raw.family_members AS m ON m.document = l.document;
COMMENT ON VIEW passages_with_labels IS 'Which passages say so: each labelled passage with its text, where it stands, and its labels by facet.';
COMMENT ON COLUMN passages_with_labels.document IS 'sha256 of the document.';
COMMENT ON COLUMN passages_with_labels.family IS 'The family that the document belongs to.';
COMMENT ON COLUMN passages_with_labels.in_force IS 'Whether the document is the newest revision, and no copy; older ones stay readable.';
COMMENT ON COLUMN passages_with_labels.symbol IS 'Document number.';
COMMENT ON COLUMN passages_with_labels.title IS 'Title of the document.';
COMMENT ON COLUMN passages_with_labels.passage IS 'Id of the passage.';
COMMENT ON COLUMN passages_with_labels.page IS 'Page, counted from 1; empty for formats without pages (Word): cite the paragraph.';
COMMENT ON COLUMN passages_with_labels.paragraph IS 'Place in the document, counted from 1 over all its passages.';
COMMENT ON COLUMN passages_with_labels.number IS 'Number of the passage as printed.';
COMMENT ON COLUMN passages_with_labels.heading_path IS 'Headings above it, outermost first.';
COMMENT ON COLUMN passages_with_labels.language IS 'Language of the passage.';
COMMENT ON COLUMN passages_with_labels.text IS 'Its text.';
COMMENT ON COLUMN passages_with_labels.frameworks IS 'Framework categories in force.';
COMMENT ON COLUMN passages_with_labels.risks IS 'Risk themes in force.';
COMMENT ON COLUMN passages_with_labels.levels IS 'Levels in force: national, regional, international ...';
COMMENT ON COLUMN passages_with_labels.purposes IS 'Purposes in force: good practice, challenge, recommendation ...';
COMMENT ON COLUMN passages_with_labels.stakeholders IS 'Stakeholders in force.';
COMMENT ON COLUMN passages_with_labels.undecided IS 'Those of all these labels that wait for review.';
