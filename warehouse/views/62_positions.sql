-- Grain: one row per body, meeting, delegation and risk theme that it raised there.
-- A position is what stands beside the theme in the same passages: frameworks, levels and purposes. Families without a
-- known meeting or delegation are left out; the view contributions shows them.
CREATE VIEW positions AS
SELECT
    r.body, r.meeting, r.meeting_number, r.first_day, r.delegation, r.iso3, r.theme, r.name,
    r.frameworks, r.levels, r.purposes, r.families, r.families_trusted,
    h.symbol, p.page, p.paragraph, p.text
FROM (
    SELECT
        c.body, c.meeting, c.meeting_number, max(c.first_day) AS first_day, c.delegation, c.iso3, l.theme.concept AS theme,
        any_value(l.theme.name) AS name,
        list_sort(list_distinct(flatten(list(l.frameworks)))) AS frameworks,
        list_sort(list_distinct(flatten(list(l.levels)))) AS levels,
        list_sort(list_distinct(flatten(list(l.purposes)))) AS purposes,
        count(DISTINCT c.family) AS families,
        count(DISTINCT c.family) FILTER (l.theme.trusted) AS families_trusted,
        max({
            'trusted': l.theme.trusted, 'score': l.theme.score, 'document': l.document, 'paragraph': l.paragraph
        }) AS best
    FROM (
        SELECT
            coalesce(m.family, g.document) AS family, g.document, g.paragraph, unnest(g.themes) AS theme,
            g.frameworks, g.levels, g.purposes
        FROM (
            SELECT
                document, paragraph,
                list({'concept': concept, 'name': name, 'trusted': trusted, 'score': score})
                    FILTER (facet = 'risk') AS themes,
                coalesce(list(concept) FILTER (facet = 'framework'), []) AS frameworks,
                coalesce(list(concept) FILTER (facet = 'level'), []) AS levels,
                coalesce(list(concept) FILTER (facet = 'purpose'), []) AS purposes
            FROM labels
            GROUP BY document, paragraph
        ) AS g
        LEFT JOIN raw.family_members AS m ON m.document = g.document
        WHERE g.themes IS NOT NULL AND coalesce(m.in_force, true)
    ) AS l
    JOIN contributions AS c ON c.family = l.family
    WHERE c.meeting IS NOT NULL AND c.delegation IS NOT NULL
    GROUP BY c.body, c.meeting, c.meeting_number, c.delegation, c.iso3, l.theme.concept
) AS r
JOIN raw.passages AS p ON p.document = r.best.document AND p.paragraph = r.best.paragraph
JOIN headers_in_force AS h ON h.document = r.best.document;
COMMENT ON VIEW positions IS 'Which delegation raised which risk theme at which meeting, and with what: the macro positions_since compares its rows. A joint contribution counts for each of its delegations.';
COMMENT ON COLUMN positions.body IS 'The body that met.';
COMMENT ON COLUMN positions.meeting IS 'The meeting, as written.';
COMMENT ON COLUMN positions.meeting_number IS 'The same as a number; empty where it is none.';
COMMENT ON COLUMN positions.first_day IS 'First day of the meeting.';
COMMENT ON COLUMN positions.delegation IS 'Who raised it: the name of the State in English, the one name of a known organisation, or the name as written.';
COMMENT ON COLUMN positions.iso3 IS 'ISO 3166-1 alpha-3 code of a State; empty for all others.';
COMMENT ON COLUMN positions.theme IS 'Id of the risk theme.';
COMMENT ON COLUMN positions.name IS 'Name of the risk theme.';
COMMENT ON COLUMN positions.frameworks IS 'Framework categories of the passages that raise it.';
COMMENT ON COLUMN positions.levels IS 'Levels of these passages: national, regional, international.';
COMMENT ON COLUMN positions.purposes IS 'Purposes of these passages: good_practice, challenge, recommendation ...';
COMMENT ON COLUMN positions.families IS 'Number of families with at least one such label in force.';
COMMENT ON COLUMN positions.families_trusted IS 'Of these, those with at least one such label that counts without review; the others are undecided.';
COMMENT ON COLUMN positions.symbol IS 'Document number of the passage that raises it most surely: one that counts without review first, then by score.';
COMMENT ON COLUMN positions.page IS 'Page of that passage, counted from 1; empty for formats without pages (Word): cite the paragraph.';
COMMENT ON COLUMN positions.paragraph IS 'Place of that passage in the document, counted from 1 over all its passages.';
COMMENT ON COLUMN positions.text IS 'That passage.';
