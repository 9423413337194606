-- Grain: one row per labelled passage of the listed texts.
-- Each family in force is read in one language, so that no passage comes twice.
CREATE VIEW listed_passages AS
SELECT
    t.family, t.symbol, d.title, d.year, d.body, d.meeting, d.sources, d.states, d.countries, d.regions, d.categories,
    l.document, l.paragraph, p.page, p.number, p.heading_path, p.language, p.text, p.proposal, l.frameworks, l.risks,
    l.levels, l.purposes, l.stakeholders, l.undecided
FROM passage_labels AS l
JOIN texts_in_force AS t ON t.document = l.document AND t.listed
JOIN documents AS d ON d.family = t.family
JOIN raw.passages AS p ON p.document = l.document AND p.paragraph = l.paragraph;
COMMENT ON VIEW listed_passages IS 'The labelled passages of what is in force, each once: in one language, without older revisions and copies, with who submitted them.';
COMMENT ON COLUMN listed_passages.family IS 'The family that it belongs to.';
COMMENT ON COLUMN listed_passages.symbol IS 'Document number.';
COMMENT ON COLUMN listed_passages.title IS 'Title of the document.';
COMMENT ON COLUMN listed_passages.year IS 'Year of the meeting, or of the document where no date of the meeting is known; empty where neither is.';
COMMENT ON COLUMN listed_passages.body IS 'The body that it was submitted to.';
COMMENT ON COLUMN listed_passages.meeting IS 'The meeting, as written.';
COMMENT ON COLUMN listed_passages.sources IS 'Who submitted it: names as written.';
COMMENT ON COLUMN listed_passages.states IS 'The States among them: ISO 3166-1 alpha-3 codes; a joint contribution has several and one row.';
COMMENT ON COLUMN listed_passages.countries IS 'Names of these States in English.';
COMMENT ON COLUMN listed_passages.regions IS 'ITU regions of these States.';
COMMENT ON COLUMN listed_passages.categories IS 'What the sources are: member_state, sector_member, un_body, ngo ...';
COMMENT ON COLUMN listed_passages.document IS 'sha256 of the document.';
COMMENT ON COLUMN listed_passages.paragraph IS 'Place in the document, counted from 1 over all its passages.';
COMMENT ON COLUMN listed_passages.page IS 'Page, counted from 1; empty for formats without pages (Word): cite the paragraph.';
COMMENT ON COLUMN listed_passages.number IS 'Number of the passage as printed.';
COMMENT ON COLUMN listed_passages.heading_path IS 'Headings above it, outermost first.';
COMMENT ON COLUMN listed_passages.language IS 'Language of the passage.';
COMMENT ON COLUMN listed_passages.text IS 'Its text.';
COMMENT ON COLUMN listed_passages.proposal IS 'What it proposes of an existing text: MOD, ADD, SUP or NOC; empty where it is no proposal.';
COMMENT ON COLUMN listed_passages.frameworks IS 'Framework categories of the passage.';
COMMENT ON COLUMN listed_passages.risks IS 'Risk themes of the passage.';
COMMENT ON COLUMN listed_passages.levels IS 'Levels of the passage.';
COMMENT ON COLUMN listed_passages.purposes IS 'Purposes of the passage: good practice, challenge, recommendation ...';
COMMENT ON COLUMN listed_passages.stakeholders IS 'Stakeholders of the passage.';
COMMENT ON COLUMN listed_passages.undecided IS 'Those of the labels of the passage that wait for review, with their facets.';
