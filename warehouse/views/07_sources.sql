-- Grain: one row per document and submitting source.
-- Where a person decided who the sources are, these are they, and none of those that were read.
CREATE VIEW sources AS
SELECT s.document, s.position, s.name, s.iso3, c.name AS country, s.organisation, s.region, s.category
FROM (
    SELECT document, position, name, iso3, organisation, region, category
    FROM raw.sources
    WHERE document NOT IN (SELECT document FROM header_decisions WHERE in_force AND field = 'sources')
    UNION ALL
    SELECT
        document, generate_subscripts(names, 1)::INTEGER AS position,
        unnest(names).name, unnest(names).iso3, unnest(names).organisation, unnest(names).region, unnest(names).category
    FROM (
        SELECT
            document,
            from_json(
                nullif(value, ''),
                '[{"name": "VARCHAR", "iso3": "VARCHAR", "organisation": "VARCHAR", "region": "VARCHAR", "category": "VARCHAR"}]'
            ) AS names
        FROM header_decisions
        WHERE in_force AND field = 'sources'
    )
) AS s
LEFT JOIN raw.countries AS c ON c.iso3 = s.iso3;
COMMENT ON VIEW sources IS 'Who submitted a document; a joint contribution has several.';
COMMENT ON COLUMN sources.document IS 'sha256 of the document.';
COMMENT ON COLUMN sources.position IS 'Place among its sources, counted from 1.';
COMMENT ON COLUMN sources.name IS 'Name as written, or as decided by a person.';
COMMENT ON COLUMN sources.iso3 IS 'ISO 3166-1 alpha-3 code of a State; empty for all others.';
COMMENT ON COLUMN sources.country IS 'Name of the State in English; empty for all others.';
COMMENT ON COLUMN sources.organisation IS 'The one name of a known organisation, whatever the language it is written in.';
COMMENT ON COLUMN sources.region IS 'ITU region of the State: AFR, AMS, ARB, ASP, CIS or EUR.';
COMMENT ON COLUMN sources.category IS 'member_state, sector_member, associate, academia, un_body, regional_organisation, ngo, secretariat or chair; empty where it cannot be told.';
