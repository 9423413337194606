-- Grain: one row per passage of the listed texts that describes a good practice.
CREATE VIEW good_practices AS
SELECT
    family, symbol, title, year, body, meeting, sources, states, countries, regions, categories, document, paragraph,
    page, number, heading_path, language, text, frameworks, risks, levels, stakeholders,
    NOT list_contains(undecided, {'facet': 'purpose', 'concept': 'good_practice'}) AS trusted, undecided
FROM listed_passages
WHERE list_contains(purposes, 'good_practice');
COMMENT ON VIEW good_practices IS 'The good practices that are described, and by whom, for which frameworks and risks; each passage once, in one language.';
COMMENT ON COLUMN good_practices.family IS 'The family that it belongs to.';
COMMENT ON COLUMN good_practices.symbol IS 'Document number.';
COMMENT ON COLUMN good_practices.title IS 'Title of the document.';
COMMENT ON COLUMN good_practices.year IS 'Year of the meeting, or of the document where no date of the meeting is known; empty where neither is.';
COMMENT ON COLUMN good_practices.body IS 'The body that it was submitted to.';
COMMENT ON COLUMN good_practices.meeting IS 'The meeting, as written.';
COMMENT ON COLUMN good_practices.sources IS 'Who submitted it: names as written.';
COMMENT ON COLUMN good_practices.states IS 'The States among them: ISO 3166-1 alpha-3 codes; a joint contribution has several and one row.';
COMMENT ON COLUMN good_practices.countries IS 'Names of these States in English.';
COMMENT ON COLUMN good_practices.regions IS 'ITU regions of these States.';
COMMENT ON COLUMN good_practices.categories IS 'What the sources are: member_state, sector_member, un_body, ngo ...';
COMMENT ON COLUMN good_practices.document IS 'sha256 of the document.';
COMMENT ON COLUMN good_practices.paragraph IS 'Place in the document, counted from 1 over all its passages.';
COMMENT ON COLUMN good_practices.page IS 'Page, counted from 1; empty for formats without pages (Word): cite the paragraph.';
COMMENT ON COLUMN good_practices.number IS 'Number of the passage as printed.';
COMMENT ON COLUMN good_practices.heading_path IS 'Headings above it, outermost first.';
COMMENT ON COLUMN good_practices.language IS 'Language of the passage.';
COMMENT ON COLUMN good_practices.text IS 'Its text.';
COMMENT ON COLUMN good_practices.frameworks IS 'Framework categories of the passage.';
COMMENT ON COLUMN good_practices.risks IS 'Risk themes of the passage.';
COMMENT ON COLUMN good_practices.levels IS 'Levels of the passage.';
COMMENT ON COLUMN good_practices.stakeholders IS 'Stakeholders of the passage.';
COMMENT ON COLUMN good_practices.trusted IS 'Whether it counts as a good practice without review; undecided says it of the other labels.';
COMMENT ON COLUMN good_practices.undecided IS 'Those of the labels of the passage that wait for review, with their facets.';
