-- Grain: one row per passage of the listed texts that tells a challenge.
CREATE VIEW challenges AS
SELECT
    family, symbol, title, year, body, meeting, sources, states, countries, regions, categories, document, paragraph,
    page, number, heading_path, language, text, frameworks, risks, levels, stakeholders,
    NOT list_contains(undecided, {'facet': 'purpose', 'concept': 'challenge'}) AS trusted, undecided
FROM listed_passages
WHERE list_contains(purposes, 'challenge');
COMMENT ON VIEW challenges IS 'The challenges that are told, and by whom, of which frameworks and risks; each passage once, in one language.';
COMMENT ON COLUMN challenges.family IS 'The family that it belongs to.';
COMMENT ON COLUMN challenges.symbol IS 'Document number.';
COMMENT ON COLUMN challenges.title IS 'Title of the document.';
COMMENT ON COLUMN challenges.year IS 'Year of the meeting, or of the document where no date of the meeting is known; empty where neither is.';
COMMENT ON COLUMN challenges.body IS 'The body that it was submitted to.';
COMMENT ON COLUMN challenges.meeting IS 'The meeting, as written.';
COMMENT ON COLUMN challenges.sources IS 'Who submitted it: names as written.';
COMMENT ON COLUMN challenges.states IS 'The States among them: ISO 3166-1 alpha-3 codes; a joint contribution has several and one row.';
COMMENT ON COLUMN challenges.countries IS 'Names of these States in English.';
COMMENT ON COLUMN challenges.regions IS 'ITU regions of these States.';
COMMENT ON COLUMN challenges.categories IS 'What the sources are: member_state, sector_member, un_body, ngo ...';
COMMENT ON COLUMN challenges.document IS 'sha256 of the document.';
COMMENT ON COLUMN challenges.paragraph IS 'Place in the document, counted from 1 over all its passages.';
COMMENT ON COLUMN challenges.page IS 'Page, counted from 1; empty for formats without pages (Word): cite the paragraph.';
COMMENT ON COLUMN challenges.number IS 'Number of the passage as printed.';
COMMENT ON COLUMN challenges.heading_path IS 'Headings above it, outermost first.';
COMMENT ON COLUMN challenges.language IS 'Language of the passage.';
COMMENT ON COLUMN challenges.text IS 'Its text.';
COMMENT ON COLUMN challenges.frameworks IS 'Framework categories of the passage.';
COMMENT ON COLUMN challenges.risks IS 'Risk themes of the passage.';
COMMENT ON COLUMN challenges.levels IS 'Levels of the passage.';
COMMENT ON COLUMN challenges.stakeholders IS 'Stakeholders of the passage.';
COMMENT ON COLUMN challenges.trusted IS 'Whether it counts as a challenge without review; undecided says it of the other labels.';
COMMENT ON COLUMN challenges.undecided IS 'Those of the labels of the passage that wait for review, with their facets.';
