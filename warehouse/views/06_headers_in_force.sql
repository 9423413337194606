-- Grain: one row per document.
-- A decided value is text and empty where the document has none; what nobody decided is as it was read.
CREATE VIEW headers_in_force AS
SELECT
    d.sha256 AS document,
    nullif(coalesce(c.fields['symbol'], h.symbol), '') AS symbol,
    nullif(coalesce(c.fields['body'], h.body), '') AS body,
    nullif(coalesce(c.fields['meeting'], h.meeting), '') AS meeting,
    nullif(coalesce(c.fields['meeting_place'], h.meeting_place), '') AS meeting_place,
    nullif(coalesce(c.fields['meeting_date'], h.meeting_date::VARCHAR), '')::DATE AS meeting_date,
    nullif(coalesce(c.fields['document_date'], h.document_date::VARCHAR), '')::DATE AS document_date,
    nullif(coalesce(c.fields['title'], h.title), '') AS title,
    nullif(coalesce(c.fields['agenda_item'], h.agenda_item), '') AS agenda_item,
    nullif(coalesce(c.fields['action'], h.action), '') AS action,
    nullif(coalesce(c.fields['status'], h.status), '') AS status,
    CASE
        WHEN c.fields['original_languages'] IS NULL THEN h.original_languages
        ELSE coalesce(from_json(nullif(c.fields['original_languages'], ''), '["VARCHAR"]'), [])
    END AS original_languages,
    coalesce(nullif(c.fields['language'], ''), d.language) AS language,
    nullif(coalesce(c.fields['kind'], d.kind), '') AS kind,
    h.text,
    coalesce(c.fields, MAP {}) AS decided
FROM raw.documents AS d
JOIN raw.headers AS h ON h.document = d.sha256
LEFT JOIN (
    SELECT document, map_from_entries(list((field, value))) AS fields
    FROM header_decisions
    WHERE in_force
    GROUP BY document
) AS c ON c.document = d.sha256;
COMMENT ON VIEW headers_in_force IS 'The header of each document with what people decided in place of what was read.';
COMMENT ON COLUMN headers_in_force.document IS 'sha256 of the document.';
COMMENT ON COLUMN headers_in_force.symbol IS 'Document number, e.g. CWG-COP-14/3-E.';
COMMENT ON COLUMN headers_in_force.body IS 'The body that it was submitted to.';
COMMENT ON COLUMN headers_in_force.meeting IS 'The meeting, as written.';
COMMENT ON COLUMN headers_in_force.meeting_place IS 'Where the meeting took place.';
COMMENT ON COLUMN headers_in_force.meeting_date IS 'First day of the meeting.';
COMMENT ON COLUMN headers_in_force.document_date IS 'Date of the document.';
COMMENT ON COLUMN headers_in_force.title IS 'Title.';
COMMENT ON COLUMN headers_in_force.agenda_item IS 'Agenda item, as written.';
COMMENT ON COLUMN headers_in_force.action IS 'What the meeting is asked to do: action or information.';
COMMENT ON COLUMN headers_in_force.status IS 'State of the text: draft, final, revision, addendum or corrigendum.';
COMMENT ON COLUMN headers_in_force.original_languages IS 'Languages of the original: ISO 639-1 codes.';
COMMENT ON COLUMN headers_in_force.language IS 'Language of most of its text: ISO 639-1 code, or und.';
COMMENT ON COLUMN headers_in_force.kind IS 'What the document is for, e.g. contribution; other where no rule told it.';
COMMENT ON COLUMN headers_in_force.text IS 'The first lines that the fields were read from.';
COMMENT ON COLUMN headers_in_force.decided IS 'The decided fields with their values as text; empty where nobody decided anything.';
