-- Grain: one row for the meeting that is meant; no row where no number can be read.
-- The number is the last one in the text; the body is what stands before it. A number alone is of the body that has most
-- documents in the warehouse.
CREATE OR REPLACE MACRO meeting_named(meeting) AS TABLE
SELECT n.body, n.number, m.first_day
FROM (
    SELECT
        coalesce(
            nullif(regexp_extract(meeting, '^(.*?)[-_ ]*[0-9]+[^0-9]*$', 1), ''),
            (SELECT body FROM meetings GROUP BY body ORDER BY sum(families) DESC, body LIMIT 1)
        ) AS body,
        TRY_CAST(regexp_extract(meeting, '([0-9]+)[^0-9]*$', 1) AS INTEGER) AS number
) AS n
LEFT JOIN meetings AS m ON lower(m.body) = lower(n.body) AND m.number = n.number
WHERE n.number IS NOT NULL;
COMMENT ON MACRO TABLE meeting_named IS 'Reads the name of a meeting: 19, 19th, CWG-COP-19, CWG-COP 19th meeting.';
