-- Grain: one row per body and meeting that a family in force was submitted to.
-- Within a body, meetings come in the order of their numbers; where one has no number, in that of their first days.
CREATE VIEW meetings AS
SELECT
    h.body, h.meeting, TRY_CAST(regexp_extract(h.meeting, '([0-9]+)[^0-9]*$', 1) AS INTEGER) AS number,
    mode(h.meeting_date) AS first_day,
    count(DISTINCT coalesce(m.family, h.document)) AS families
FROM headers_in_force AS h
LEFT JOIN raw.family_members AS m ON m.document = h.document
WHERE coalesce(m.in_force, true) AND h.body IS NOT NULL AND h.meeting IS NOT NULL
GROUP BY h.body, h.meeting;
COMMENT ON VIEW meetings IS 'The meetings that documents in force were submitted to, with their days; within a body they come in the order of their numbers, or of their days where one has no number.';
COMMENT ON COLUMN meetings.body IS 'The body that met, e.g. CWG-COP.';
COMMENT ON COLUMN meetings.meeting IS 'The meeting, as its documents write it: a number, or a year for bodies that count by years.';
COMMENT ON COLUMN meetings.number IS 'Its number, the last one in that text; empty where there is none.';
COMMENT ON COLUMN meetings.first_day IS 'First day of the meeting: the one that most of its documents name; empty where none does.';
COMMENT ON COLUMN meetings.families IS 'Number of families that were submitted to it.';
