-- The rows of segments as those of one segment, without the asked documents.
SELECT
    $segment::UINTEGER AS segment, term, count(DISTINCT number)::UINTEGER AS found,
    list(number ORDER BY number, place) AS passages, list(place ORDER BY number, place) AS places
FROM (
    SELECT term, unnest(passages) AS number, unnest(places) AS place
    FROM raw.search_postings
    WHERE segment IN (SELECT unnest($segments::UINTEGER[]))
)
WHERE number NOT IN (
    SELECT number
    FROM raw.search_passages
    WHERE first IN (SELECT first FROM raw.search_documents WHERE document IN (SELECT document FROM asked_documents))
)
GROUP BY term
ORDER BY term;
