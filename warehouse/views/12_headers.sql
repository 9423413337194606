-- Grain: one row per document and header field.
-- The fields are the columns of headers_in_force and raw.headers, so that a new column is a new field here.
CREATE VIEW headers AS
SELECT
    v.document, v.number AS symbol, v.field, nullif(v.value, '') AS value,
    nullif(if(c.id IS NULL, v.value, r.value), '') AS read_value, p.page, p.span."start" AS quote_start,
    p.span."end" AS quote_end,
    substring(v.text, p.span."start" + 1, p.span."end" - p.span."start") AS quote,
    p.confidence, coalesce(b.doubts, []) AS doubts, c.decided_by, c.decided_at, c.why, c.id AS decision
FROM (
    SELECT
        document, symbol AS number, text,
        COLUMNS(lambda name: name NOT IN ('document', 'text', 'original_languages', 'decided'))::VARCHAR,
        array_to_string(original_languages, ', ') AS original_languages
    FROM headers_in_force
    LEFT JOIN (
        SELECT document, string_agg(name || coalesce(' (' || iso3 || ')', ''), '; ' ORDER BY position) AS sources
        FROM sources
        GROUP BY document
    ) AS s USING (document)
) UNPIVOT INCLUDE NULLS (
    value FOR field IN (COLUMNS(lambda name: name NOT IN ('document', 'number', 'text')))
) AS v
LEFT JOIN (
    SELECT document, field, arg_max(page, confidence) AS page, arg_max(span, confidence) AS span, max(confidence) AS confidence
    FROM raw.header_provenance
    GROUP BY document, field
) AS p ON p.document = v.document AND p.field = v.field
LEFT JOIN (
    SELECT document, field, list(reason ORDER BY position) AS doubts
    FROM raw.header_doubts
    GROUP BY document, field
) AS b ON b.document = v.document AND b.field = v.field
LEFT JOIN header_decisions AS c ON c.in_force AND c.document = v.document AND c.field = v.field
LEFT JOIN (
    -- What was read is looked up where something was decided, else it is what counts.
    SELECT
        document,
        COLUMNS(lambda name: name NOT IN ('document', 'text', 'original_languages'))::VARCHAR,
        array_to_string(original_languages, ', ') AS original_languages
    FROM raw.headers
    JOIN (SELECT sha256 AS document, language, kind FROM raw.documents) AS d USING (document)
    LEFT JOIN (
        SELECT document, string_agg(name || coalesce(' (' || iso3 || ')', ''), '; ' ORDER BY position) AS sources
        FROM raw.sources
        GROUP BY document
    ) AS s USING (document)
    WHERE document IN (SELECT document FROM raw.header_decisions)
) UNPIVOT INCLUDE NULLS (value FOR field IN (COLUMNS(* EXCLUDE (document)))) AS r
    ON c.id IS NOT NULL AND r.document = v.document AND r.field = v.field;
COMMENT ON VIEW headers IS 'Each header field of each document: what counts, what was read and where, and who decided otherwise.';
COMMENT ON COLUMN headers.document IS 'sha256 of the document.';
COMMENT ON COLUMN headers.symbol IS 'Document number, e.g. CWG-COP-14/3-E.';
COMMENT ON COLUMN headers.field IS 'Name of the field.';
COMMENT ON COLUMN headers.value IS 'What counts, as text: the decision where there is one, else what was read; empty where the document has none.';
COMMENT ON COLUMN headers.read_value IS 'What was read from the document; empty where nothing was found.';
COMMENT ON COLUMN headers.page IS 'Page that it was read from, counted from 1; empty where the format has no pages or nothing was found.';
COMMENT ON COLUMN headers.quote_start IS 'Where the quote starts in the text of the header, in characters from 0.';
COMMENT ON COLUMN headers.quote_end IS 'Where the quote ends in the text of the header: the first character after it.';
COMMENT ON COLUMN headers.quote IS 'The words that it was read from.';
COMMENT ON COLUMN headers.confidence IS 'How sure the reading is, 0 to 1.';
COMMENT ON COLUMN headers.doubts IS 'Why a person should look at the reading.';
COMMENT ON COLUMN headers.decided_by IS 'Who decided the value; empty where it is as read.';
COMMENT ON COLUMN headers.decided_at IS 'When it was decided.';
COMMENT ON COLUMN headers.why IS 'Why it was decided.';
COMMENT ON COLUMN headers.decision IS 'Number of the decision, in header_decisions.';
