-- One row per label of a listed passage that waits for a person, and per suggestion of it that just misses its
-- threshold: those of a passage together, since it is read once.
WITH suggested AS (
    SELECT
        s.document, s.paragraph, s.facet, s.concept, max(s.score) AS score, arg_max(s.threshold, s.score) AS threshold,
        arg_max(s.model, s.score) AS model, arg_max(s.evidence, s.score) AS evidence
    FROM raw.suggestions AS s
    JOIN listed_passages AS l ON l.document = s.document AND l.paragraph = s.paragraph
    GROUP BY s.document, s.paragraph, s.facet, s.concept
),
told AS (
    SELECT
        s.*, p.language, p.id, p.page, p.number, p.heading_path, d.taxonomy_version AS taxonomy,
        coalesce(k.concept_name, c.name, s.concept) AS name, t.model IS NOT NULL AS trusted, r.verdict
    FROM suggested AS s
    JOIN raw.documents AS d ON d.sha256 = s.document
    JOIN raw.passages AS p ON p.document = s.document AND p.paragraph = s.paragraph
    LEFT JOIN raw.concepts AS c ON c.taxonomy = d.taxonomy_version AND c.facet = s.facet AND c.id = s.concept
    LEFT JOIN raw.trusted_labels AS t
        ON t.model = s.model AND t.language = p.language AND t.facet = s.facet AND t.concept = s.concept
    LEFT JOIN raw.label_placements AS r
        ON r.in_force AND r.document = s.document AND r.paragraph = s.paragraph AND r.facet = s.facet
        AND r.concept = s.concept
    LEFT JOIN raw.label_decisions AS k ON k.id = r.decision
),
settled AS (
    -- What the passages have already, without review or as decided.
    SELECT document, paragraph, list(DISTINCT name ORDER BY name) AS names
    FROM (
        SELECT document, paragraph, name FROM told WHERE verdict IS NULL AND trusted AND score >= threshold
        UNION ALL
        SELECT r.document, r.paragraph, k.concept_name
        FROM raw.label_placements AS r
        JOIN listed_passages AS l ON l.document = r.document AND l.paragraph = r.paragraph
        JOIN raw.label_decisions AS k ON k.id = r.decision
        WHERE r.in_force AND r.verdict <> 'reject'
    )
    GROUP BY document, paragraph
)
SELECT
    w.document, coalesce(v.symbol, b.name, v.title, left(w.document, 12)) AS called, v.sources, w.id, w.page, w.number,
    w.heading_path, w.language, w.facet, w.concept, w.name, coalesce(h.names, []) AS settled, w.score, w.threshold,
    w.model, w.evidence, w.taxonomy
FROM told AS w
JOIN listed_passages AS l ON l.document = w.document AND l.paragraph = w.paragraph
JOIN document_versions AS v ON v.sha256 = w.document
LEFT JOIN settled AS h ON h.document = w.document AND h.paragraph = w.paragraph
LEFT JOIN (
    SELECT sha256 AS document, arg_min(name, id) AS name FROM raw.submissions GROUP BY sha256
) AS b ON b.document = w.document
WHERE w.verdict IS NULL AND w.score >= w.threshold - $near AND (NOT w.trusted OR w.score < w.threshold)
    AND ($facet IS NULL OR w.facet = $facet)
ORDER BY l.place, w.facet, w.score DESC, w.concept
LIMIT $limit;
