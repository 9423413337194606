-- Grain: one row per family in force and State among its sources; and one without a State where there are other sources.
-- The sources are those of all documents in force of the family; of a family without any known source the State is empty.
CREATE VIEW family_states AS
SELECT s.family, s.iso3, coalesce(c.name, s.iso3) AS country, m.region, s.year
FROM (
    SELECT
        family, year,
        unnest(if(len(organisations) > 0 OR len(states) = 0, list_append(states, NULL), states)) AS iso3
    FROM documents
) AS s
LEFT JOIN raw.countries AS c ON c.iso3 = s.iso3
LEFT JOIN raw.member_states AS m ON m.iso3 = s.iso3;
COMMENT ON VIEW family_states IS 'Which State submitted which document; a joint contribution has a row for each of its States.';
COMMENT ON COLUMN family_states.family IS 'Id of the family, as in documents.';
COMMENT ON COLUMN family_states.iso3 IS 'ISO 3166-1 alpha-3 code of the State; empty for sources that are no State, or unknown.';
COMMENT ON COLUMN family_states.country IS 'Name of the State in English; empty for sources that are no State, or unknown.';
COMMENT ON COLUMN family_states.region IS 'ITU region of the State: AFR, AMS, ARB, ASP, CIS or EUR; empty for all that are no Member States.';
COMMENT ON COLUMN family_states.year IS 'Year of the meeting, or of the document where no date of the meeting is known; empty where neither is.';
