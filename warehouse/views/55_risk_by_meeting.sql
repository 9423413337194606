-- Grain: one row per risk theme and meeting of a body.
-- A joint contribution counts once.
CREATE VIEW risk_by_meeting AS
WITH submitted AS (
    SELECT family, body, meeting, meeting_date FROM documents
)
SELECT
    l.concept, any_value(l.name) AS name, any_value(l.concept_group) AS concept_group, d.body, d.meeting,
    any_value(m.first_day) AS first_day, count(*) AS families, count(*) FILTER (l.trusted) AS families_trusted,
    any_value(m.contributions) AS contributions, round(count(*) / any_value(m.contributions), 4) AS share
FROM family_concepts AS l
JOIN submitted AS d ON d.family = l.family
JOIN (
    SELECT body, meeting, mode(meeting_date) AS first_day, count(*) AS contributions
    FROM submitted
    GROUP BY body, meeting
) AS m ON m.body IS NOT DISTINCT FROM d.body AND m.meeting IS NOT DISTINCT FROM d.meeting
WHERE l.facet = 'risk'
GROUP BY l.concept, d.body, d.meeting;
COMMENT ON VIEW risk_by_meeting IS 'How many documents raise a risk theme at each meeting; a joint contribution counts once; family_concepts has the families, label_evidence their words.';
COMMENT ON COLUMN risk_by_meeting.concept IS 'Id of the risk theme.';
COMMENT ON COLUMN risk_by_meeting.name IS 'Name of the risk theme.';
COMMENT ON COLUMN risk_by_meeting.concept_group IS 'content, contact, conduct, contract or cross.';
COMMENT ON COLUMN risk_by_meeting.body IS 'The body that met; empty where the first page does not say.';
COMMENT ON COLUMN risk_by_meeting.meeting IS 'The meeting, as written; empty where the first page does not say.';
COMMENT ON COLUMN risk_by_meeting.first_day IS 'First day of the meeting: the one that most of its documents name.';
COMMENT ON COLUMN risk_by_meeting.families IS 'Number of families with at least one such label in force.';
COMMENT ON COLUMN risk_by_meeting.families_trusted IS 'Of these, those with at least one such label that counts without review; the others are undecided.';
COMMENT ON COLUMN risk_by_meeting.contributions IS 'Number of all families that were submitted to the meeting.';
COMMENT ON COLUMN risk_by_meeting.share IS 'families as a share of contributions, 0 to 1.';
