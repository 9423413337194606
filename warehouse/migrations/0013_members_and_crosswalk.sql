-- Grain of each table:
--   raw.member_states         one row per Member State of the Union
--   raw.crosswalk             one row per scheme, category of it and concept that the category has
--   raw.crosswalk_categories  one row per scheme and category
--
-- The lists come with the program and are put in anew by each run, without keys for that reason (see 0001_first). A
-- crosswalk names concepts by facet and id, which are never used for another concept, and so holds for all taxonomies.

CREATE TABLE raw.member_states (
    iso3 VARCHAR NOT NULL CHECK (length(iso3) = 3),
    region VARCHAR NOT NULL
);
COMMENT ON TABLE raw.member_states IS 'The Member States of the Union.';
COMMENT ON COLUMN raw.member_states.iso3 IS 'ISO 3166-1 alpha-3 code.';
COMMENT ON COLUMN raw.member_states.region IS 'ITU region: AFR, AMS, ARB, ASP, CIS or EUR.';

CREATE TABLE raw.crosswalk_categories (
    scheme VARCHAR NOT NULL,
    scheme_name VARCHAR NOT NULL,
    code VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    part_of VARCHAR,
    position INTEGER NOT NULL CHECK (position >= 1)
);
COMMENT ON TABLE raw.crosswalk_categories IS 'The categories of the schemes that the taxonomy is compared with.';
COMMENT ON COLUMN raw.crosswalk_categories.scheme IS 'gca, mnr, co4c or oecd.';
COMMENT ON COLUMN raw.crosswalk_categories.scheme_name IS 'Name of the scheme with who made it and when.';
COMMENT ON COLUMN raw.crosswalk_categories.code IS 'The category in its scheme; one that is a part of another begins with the code of that one.';
COMMENT ON COLUMN raw.crosswalk_categories.name IS 'Name that the scheme gives it.';
COMMENT ON COLUMN raw.crosswalk_categories.part_of IS 'Code of the category that it is a part of.';
COMMENT ON COLUMN raw.crosswalk_categories.position IS 'Place in the scheme, counted from 1.';

CREATE TABLE raw.crosswalk (
    scheme VARCHAR NOT NULL,
    code VARCHAR NOT NULL,
    facet raw.facet NOT NULL,
    concept VARCHAR NOT NULL
);
COMMENT ON TABLE raw.crosswalk IS 'Which concepts of the taxonomy stand for which category of another scheme.';
COMMENT ON COLUMN raw.crosswalk.scheme IS 'gca, mnr, co4c or oecd.';
COMMENT ON COLUMN raw.crosswalk.code IS 'The category in its scheme.';
COMMENT ON COLUMN raw.crosswalk.facet IS 'framework, risk, level, purpose or stakeholder.';
COMMENT ON COLUMN raw.crosswalk.concept IS 'Id of the concept within its facet.';
