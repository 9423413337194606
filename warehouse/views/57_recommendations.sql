-- Grain: one row per passage of the listed texts that recommends or proposes something.
CREATE VIEW recommendations AS
SELECT
    sources AS proposed_by, states, countries, regions, categories, proposal, text, stakeholders, frameworks, risks,
    levels, family, symbol, title, year, body, meeting, document, paragraph, page, number, heading_path, language,
    NOT list_contains(undecided, {'facet': 'purpose', 'concept': 'recommendation'}) AS trusted, undecided
FROM listed_passages
WHERE list_contains(purposes, 'recommendation');
COMMENT ON VIEW recommendations IS 'Who proposes what: the passages that recommend, invite or request something, with their sources; each once, in one language. What is to be changed in a resolution is in resolution_redlines.';
COMMENT ON COLUMN recommendations.proposed_by IS 'Who submitted it: names as written.';
COMMENT ON COLUMN recommendations.states IS 'The States among them: ISO 3166-1 alpha-3 codes; a joint contribution has several and one row.';
COMMENT ON COLUMN recommendations.countries IS 'Names of these States in English.';
COMMENT ON COLUMN recommendations.regions IS 'ITU regions of these States.';
COMMENT ON COLUMN recommendations.categories IS 'What the sources are: member_state, sector_member, un_body, ngo ...';
COMMENT ON COLUMN recommendations.proposal IS 'What it proposes of an existing text: MOD, ADD, SUP or NOC; empty where it is no proposal of that kind.';
COMMENT ON COLUMN recommendations.text IS 'What is proposed: the text of the passage.';
COMMENT ON COLUMN recommendations.stakeholders IS 'Stakeholders that it names, among them those that it is addressed to.';
COMMENT ON COLUMN recommendations.frameworks IS 'Framework categories of the passage.';
COMMENT ON COLUMN recommendations.risks IS 'Risk themes of the passage.';
COMMENT ON COLUMN recommendations.levels IS 'Levels of the passage.';
COMMENT ON COLUMN recommendations.family IS 'The family that it belongs to.';
COMMENT ON COLUMN recommendations.symbol IS 'Document number.';
COMMENT ON COLUMN recommendations.title IS 'Title of the document.';
COMMENT ON COLUMN recommendations.year IS 'Year of the meeting, or of the document where no date of the meeting is known; empty where neither is.';
COMMENT ON COLUMN recommendations.body IS 'The body that it was submitted to.';
COMMENT ON COLUMN recommendations.meeting IS 'The meeting, as written.';
COMMENT ON COLUMN recommendations.document IS 'sha256 of the document.';
COMMENT ON COLUMN recommendations.paragraph IS 'Place in the document, counted from 1 over all its passages.';
COMMENT ON COLUMN recommendations.page IS 'Page, counted from 1; empty for formats without pages (Word): cite the paragraph.';
COMMENT ON COLUMN recommendations.number IS 'Number of the passage as printed.';
COMMENT ON COLUMN recommendations.heading_path IS 'Headings above it, outermost first.';
COMMENT ON COLUMN recommendations.language IS 'Language of the passage.';
COMMENT ON COLUMN recommendations.trusted IS 'Whether it counts as a recommendation without review; undecided says it of the other labels.';
COMMENT ON COLUMN recommendations.undecided IS 'Those of the labels of the passage that wait for review, with their facets.';
