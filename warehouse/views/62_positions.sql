-- Grain: one row per body, meeting, delegation and risk theme that it raised there.
-- A position is what stands beside the theme in the same passages: frameworks, levels and purposes. Families without a
-- known meeting or delegation are left out; the view contributions shows them. Texts are left to the view passages, since
-- there are rows for each delegation.
CREATE VIEW positions AS
SELECT
    r.body, r.meeting, r.meeting_number, r.first_day, r.delegation, r.iso3, r.theme, r.name,
    r.frameworks, r.levels, r.purposes, r.families, r.families_trusted,
    r.best.document AS document, h.symbol, r.best.paragraph AS paragraph
FROM (
    SELECT
        c.body, c.meeting, c.meeting_number, max(c.first_day) AS first_day, c.delegation, c.iso3, l.concept AS theme,
        any_value(l.name) AS name,
        list_sort(list_distinct(flatten(list(g.frameworks)))) AS frameworks,
        list_sort(list_distinct(flatten(list(g.levels)))) AS levels,
        list_sort(list_distinct(flatten(list(g.purposes)))) AS purposes,
        count(DISTINCT c.family) AS families, count(DISTINCT c.family) FILTER (l.trusted) AS families_trusted,
        max({'trusted': l.trusted, 'score': l.score, 'document': l.document, 'paragraph': l.paragraph}) AS best
    FROM labels AS l
    JOIN passage_labels AS g ON g.document = l.document AND g.paragraph = l.paragraph
    JOIN texts_in_force AS t ON t.document = l.document
    JOIN contributions AS c ON c.family = t.family
    WHERE l.facet = 'risk' AND c.meeting IS NOT NULL AND c.delegation IS NOT NULL
    GROUP BY c.body, c.meeting, c.meeting_number, c.delegation, c.iso3, l.concept
) AS r
JOIN headers_in_force AS h ON h.document = r.best.document;
COMMENT ON VIEW positions IS 'Which delegation raised which risk theme at which meeting, and with what: the macro positions_since compares its rows. A joint contribution counts for each of its delegations.';
COMMENT ON COLUMN positions.body IS 'The body that met.';
COMMENT ON COLUMN positions.meeting IS 'The meeting, as written.';
COMMENT ON COLUMN positions.meeting_number IS 'Its number, the last one in that text; empty where there is none.';
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
COMMENT ON COLUMN positions.document IS 'sha256 of the document that raises it most surely: with a label that counts without review first, then by score.';
COMMENT ON COLUMN positions.symbol IS 'Document number of that document.';
COMMENT ON COLUMN positions.paragraph IS 'Place in it of the passage that does, counted from 1 over all its passages; the view passages has page and text.';
