-- Grain: one row per framework category, source country and year.
-- The States are those of all documents in force of a family; what comes from no State stands under an empty country.
CREATE VIEW framework_by_country AS
SELECT
    l.concept, any_value(l.name) AS name, s.iso3, any_value(s.country) AS country,
    any_value(s.region) AS region, s.year, count(*) AS families, count(*) FILTER (l.trusted) AS families_trusted,
    any_value(a.contributions) AS contributions, sum(l.passages)::BIGINT AS passages
FROM family_concepts AS l
JOIN family_states AS s ON s.family = l.family
JOIN (SELECT iso3, year, count(*) AS contributions FROM family_states GROUP BY iso3, year) AS a
    ON a.iso3 IS NOT DISTINCT FROM s.iso3 AND a.year IS NOT DISTINCT FROM s.year
WHERE l.facet = 'framework'
GROUP BY l.concept, s.iso3, s.year;
COMMENT ON VIEW framework_by_country IS 'How many documents of each State report on a framework category, by year. Years of one State add up; States do not, since a joint contribution counts for each of its States: regions and totals are in concepts_by_region and trend; family_concepts has the families, label_evidence their words.';
COMMENT ON COLUMN framework_by_country.concept IS 'Id of the framework category.';
COMMENT ON COLUMN framework_by_country.name IS 'Name of the framework category.';
COMMENT ON COLUMN framework_by_country.iso3 IS 'ISO 3166-1 alpha-3 code of the State; empty for sources that are no State, or unknown.';
COMMENT ON COLUMN framework_by_country.country IS 'Name of the State in English; empty for sources that are no State, or unknown.';
COMMENT ON COLUMN framework_by_country.region IS 'ITU region of the State: AFR, AMS, ARB, ASP, CIS or EUR; empty for all that are no Member States.';
COMMENT ON COLUMN framework_by_country.year IS 'Year of the meeting, or of the document where no date of the meeting is known; empty where neither is.';
COMMENT ON COLUMN framework_by_country.families IS 'Number of families with at least one such label in force.';
COMMENT ON COLUMN framework_by_country.families_trusted IS 'Of these, those with at least one such label that counts without review; the others are undecided.';
COMMENT ON COLUMN framework_by_country.contributions IS 'Number of all families of the State in the year, whatever they are about.';
COMMENT ON COLUMN framework_by_country.passages IS 'Number of passages with such a label, those of one language version.';
