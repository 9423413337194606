-- Grain: one row per Member State of the Union.
CREATE VIEW members AS
SELECT
    m.iso3, coalesce(c.name, m.iso3) AS country, m.region, count(s.family) AS contributions, min(s.year) AS first_year,
    max(s.year) AS last_year
FROM raw.member_states AS m
LEFT JOIN raw.countries AS c ON c.iso3 = m.iso3
LEFT JOIN family_states AS s ON s.iso3 = m.iso3
GROUP BY ALL;
COMMENT ON VIEW members IS 'The Member States, those that never contributed among them; a joint contribution counts for each of its States.';
COMMENT ON COLUMN members.iso3 IS 'ISO 3166-1 alpha-3 code of the State.';
COMMENT ON COLUMN members.country IS 'Name of the State in English.';
COMMENT ON COLUMN members.region IS 'ITU region: AFR, AMS, ARB, ASP, CIS or EUR.';
COMMENT ON COLUMN members.contributions IS 'Number of its families; 0 for a State that never contributed.';
COMMENT ON COLUMN members.first_year IS 'Year of the first of them; empty where none is dated.';
COMMENT ON COLUMN members.last_year IS 'Year of the latest.';
