-- Grain: one row: the meeting that is meant.
-- The number is the last one in the text; what stands before it is the body. A number alone is a meeting of the body with
-- the most families. A meeting that has no documents here is known by its number only. What names no meeting is an
-- error: an empty answer would read as if nothing had changed.
CREATE OR REPLACE MACRO meeting_named(meeting) AS TABLE
SELECT
    if(b.body IS NULL AND n.known, error('No meeting is called ' || n.given || ': write 19, or CWG-COP-19.'), b.body) AS body,
    n.number, m.first_day
FROM (
    SELECT
        coalesce(meeting::VARCHAR, 'nothing') AS given,
        TRY_CAST(regexp_extract(given, '([0-9]+)[^0-9]*$', 1) AS INTEGER) AS number,
        regexp_replace(lower(regexp_extract(given, '^(.*?)[0-9]+[^0-9]*$', 1)), '[^\p{L}]', '', 'g') AS letters,
        EXISTS (FROM meetings) AS known
) AS n
LEFT JOIN (
    SELECT
        body, regexp_replace(lower(body), '[^\p{L}]', '', 'g') AS letters,
        row_number() OVER (ORDER BY sum(families) DESC, body) = 1 AS largest
    FROM meetings
    GROUP BY body
) AS b ON n.number IS NOT NULL AND if(n.letters = '', b.largest, b.letters = n.letters)
LEFT JOIN (
    SELECT body, number, min(first_day) AS first_day FROM meetings GROUP BY body, number
) AS m ON m.body = b.body AND m.number = n.number;
COMMENT ON MACRO TABLE meeting_named IS 'Reads the name of a meeting, written as 19, 19th, CWG-COP-19, CWG-COP 19 or CWG-COP 19th meeting; a number alone is a meeting of the body with the most documents. Gives its body, number and first day.';
