-- Grain: one row per family in force and delegation; a family without a known source has one row without a delegation.
-- A State is one delegation whatever office signs, and counts where any member in force names it; other sources are
-- those of the member that speaks for the family, since each language writes their names in its own way.
CREATE VIEW contributions AS
SELECT
    f.family, h.symbol, h.title, h.kind, coalesce(h.body, n.body) AS body, coalesce(h.meeting, n.meeting) AS meeting,
    n.number AS meeting_number, coalesce(n.first_day, h.meeting_date) AS first_day, h.document_date, s.delegation, s.iso3, s.region, s.category
FROM (
    SELECT d.sha256 AS document, coalesce(m.family, d.sha256) AS family
    FROM raw.documents AS d
    LEFT JOIN raw.family_members AS m ON m.document = d.sha256
    WHERE coalesce(m.lead, true)
) AS f
JOIN headers_in_force AS h ON h.document = f.document
-- A first page without a meeting number is placed by its days, where one meeting alone began on that day.
LEFT JOIN (
    SELECT body, meeting, number, first_day, count(*) OVER (PARTITION BY first_day) AS others FROM meetings
) AS n ON if(h.meeting IS NULL, n.first_day = h.meeting_date AND n.others = 1, n.meeting = h.meeting AND n.body = h.body)
LEFT JOIN (
    SELECT
        coalesce(m.family, s.document) AS family,
        coalesce(s.country, s.iso3, s.organisation, s.name) AS delegation, s.iso3,
        min(coalesce(t.region, s.region)) AS region, min(s.category) AS category
    FROM sources AS s
    LEFT JOIN raw.family_members AS m ON m.document = s.document
    LEFT JOIN raw.member_states AS t ON t.iso3 = s.iso3
    WHERE coalesce(if(s.iso3 IS NULL, m.lead, m.in_force), true)
    GROUP BY ALL
) AS s ON s.family = f.family;
COMMENT ON VIEW contributions IS 'Who contributed what to which meeting: a joint contribution has a row for each of its delegations, so rows do not add up to families.';
COMMENT ON COLUMN contributions.family IS 'Id of the family.';
COMMENT ON COLUMN contributions.symbol IS 'Document number of the member that speaks for it.';
COMMENT ON COLUMN contributions.title IS 'Title of the member that speaks for it.';
COMMENT ON COLUMN contributions.kind IS 'What the document is for, e.g. contribution; other where no rule told it.';
COMMENT ON COLUMN contributions.body IS 'The body that it was submitted to.';
COMMENT ON COLUMN contributions.meeting IS 'The meeting, as written, or that of its first day where none is written; empty where neither is known.';
COMMENT ON COLUMN contributions.meeting_number IS 'Its number, the last one in that text; empty where there is none.';
COMMENT ON COLUMN contributions.first_day IS 'First day of the meeting.';
COMMENT ON COLUMN contributions.document_date IS 'Date of the document.';
COMMENT ON COLUMN contributions.delegation IS 'Who contributed: the name of the State in English, the one name of a known organisation, or the name as written.';
COMMENT ON COLUMN contributions.iso3 IS 'ISO 3166-1 alpha-3 code of a State; empty for all others.';
COMMENT ON COLUMN contributions.region IS 'ITU region of the State: AFR, AMS, ARB, ASP, CIS or EUR.';
COMMENT ON COLUMN contributions.category IS 'member_state, sector_member, associate, academia, un_body, regional_organisation, ngo, secretariat or chair; empty where it cannot be told.';
