-- Grain: one row per framework category or risk theme, ITU region and year.
-- A joint contribution of two States of a region counts once in it, and once in each region that it comes from.
CREATE VIEW concepts_by_region AS
SELECT
    l.facet, l.concept, any_value(l.name) AS name, s.region, s.year, count(*) AS families,
    count(*) FILTER (l.trusted) AS families_trusted, sum(s.states)::BIGINT AS mentions_by_states,
    list_sort(list_distinct(flatten(list(s.countries)))) AS countries
FROM family_concepts AS l
JOIN (
    SELECT family, region, year, count(*) AS states, list(country) AS countries
    FROM family_states
    WHERE region IS NOT NULL
    GROUP BY family, region, year
) AS s ON s.family = l.family
WHERE l.facet IN ('framework', 'risk')
GROUP BY l.facet, l.concept, s.region, s.year;
COMMENT ON VIEW concepts_by_region IS 'How many documents of each ITU region report on a framework category or raise a risk theme, by year, and which Member States they come from; family_concepts has the families, label_evidence their words.';
COMMENT ON COLUMN concepts_by_region.facet IS 'framework or risk.';
COMMENT ON COLUMN concepts_by_region.concept IS 'Id of the concept within its facet.';
COMMENT ON COLUMN concepts_by_region.name IS 'Name of the concept.';
COMMENT ON COLUMN concepts_by_region.region IS 'ITU region: AFR, AMS, ARB, ASP, CIS or EUR.';
COMMENT ON COLUMN concepts_by_region.year IS 'Year of the meeting, or of the document where no date of the meeting is known; empty where neither is.';
COMMENT ON COLUMN concepts_by_region.families IS 'Number of families with at least one such label in force that at least one Member State of the region submitted.';
COMMENT ON COLUMN concepts_by_region.families_trusted IS 'Of these, those with at least one such label that counts without review; the others are undecided.';
COMMENT ON COLUMN concepts_by_region.mentions_by_states IS 'The same with a joint contribution counted for each of its States of the region, as in the tables by country.';
COMMENT ON COLUMN concepts_by_region.countries IS 'Names of the Member States of the region that they come from.';
