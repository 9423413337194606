-- Documents that may be one, the likeliest first, each with the number and name of its first submission.
WITH submitted AS (
    SELECT sha256 AS document, min(id) AS id, arg_min(name, id) AS name FROM raw.submissions GROUP BY sha256
)
SELECT
    r.document, s.id, coalesce(r.symbol, s.name, r.title), r.other, t.id, coalesce(r.other_symbol, t.name, r.other_title),
    r.doubt::VARCHAR, r.similarity, r.note
FROM families_to_review AS r
LEFT JOIN submitted AS s ON s.document = r.document
LEFT JOIN submitted AS t ON t.document = r.other
ORDER BY r.similarity DESC, r.document, r.other;
