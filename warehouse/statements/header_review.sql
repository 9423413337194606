-- One row per document and field, with what a person needs to check it and how doubtful it is (0: nothing speaks against).
WITH weights (field, missing) AS (
    -- How much it matters that a first page does not tell a field; it matters little for those that are not named.
    VALUES ('symbol', 1.0), ('sources', 0.95), ('document_date', 0.9), ('title', 0.7), ('body', 0.3), ('original_languages', 0.3)
),
unresolved AS (
    SELECT document, list(name ORDER BY position) AS names
    FROM sources
    WHERE iso3 IS NULL AND organisation IS NULL AND coalesce(category, '') NOT IN ('secretariat', 'chair')
    GROUP BY document
),
said AS (
    SELECT document, field, max(id) AS id FROM raw.header_decisions GROUP BY document, field
),
submitted AS (
    SELECT sha256 AS document, min(id) AS id, arg_min(name, id) AS name FROM raw.submissions GROUP BY sha256
)
SELECT
    h.document, s.id, s.name, h.symbol, h.field, h.value, h.read_value, h.page, h.quote, h.confidence,
    h.decided_by, h.decided_at, h.why,
    h.value IS NULL AND w.missing IS NOT NULL AS missing,
    n.id AS last_decision,
    coalesce(u.names, []) AS unresolved,
    h.doubts,
    CASE
        WHEN h.decision IS NOT NULL THEN 0
        ELSE greatest(
            if(h.value IS NULL, coalesce(w.missing, 0), 0),
            if(len(h.doubts) > 0, 0.8, 0),
            if(u.names IS NULL, 0, 0.75),
            if(h.value IS NOT NULL AND h.confidence < $unsure, 1 - h.confidence, 0)
        )
    END AS doubt
FROM headers AS h
LEFT JOIN submitted AS s ON s.document = h.document
LEFT JOIN said AS n ON n.document = h.document AND n.field = h.field
LEFT JOIN weights AS w ON w.field = h.field
LEFT JOIN unresolved AS u ON u.document = h.document AND h.field = 'sources'
WHERE h.document IN (FROM $scope) AND (doubt > 0 OR NOT $doubtful)
ORDER BY doubt DESC, s.id, h.document, h.field;
