-- One row per label that waits for a person, and per suggestion that just misses its threshold; at most $limit rows, in
-- the order of the work. What a person has decided is not in it, nor what is not in force of a family.
-- The labels of a passage stand together, since it is read once. Passages come by the label of theirs that is nearest to
-- its threshold, in steps of $step; in each step first those whose labels do not count without review; then each family
-- with its next passage in turn, so that no document fills the list.
WITH missed AS (
    SELECT
        s.document, s.paragraph, s.facet, s.concept, max(s.score) AS score, arg_max(s.threshold, s.score) AS threshold,
        arg_max(s.model, s.score) AS model, arg_max(s.evidence, s.score) AS evidence
    FROM raw.suggestions AS s
    LEFT JOIN raw.family_members AS m ON m.document = s.document
    WHERE s.score >= s.threshold - $near AND coalesce(m.in_force, true)
        AND ($documents IS NULL OR s.document IN (SELECT unnest($documents::VARCHAR[])))
        AND ($facet IS NULL OR s.facet = $facet)
    GROUP BY s.document, s.paragraph, s.facet, s.concept
    HAVING max(s.score) < arg_max(s.threshold, s.score)
),
listed AS (
    SELECT document, paragraph, language, facet, concept, name, score, threshold, model, evidence, true AS in_force, false AS trusted
    FROM labels_to_review
    WHERE ($documents IS NULL OR document IN (SELECT unnest($documents::VARCHAR[])))
        AND ($facet IS NULL OR facet = $facet) AND ($language IS NULL OR language = $language)
    UNION ALL
    SELECT
        s.document, s.paragraph, p.language, s.facet, s.concept, coalesce(c.name, s.concept), s.score, s.threshold,
        s.model, s.evidence, false, t.model IS NOT NULL
    FROM missed AS s
    JOIN raw.documents AS d ON d.sha256 = s.document
    JOIN raw.passages AS p ON p.document = s.document AND p.paragraph = s.paragraph
    LEFT JOIN raw.concepts AS c ON c.taxonomy = d.taxonomy_version AND c.facet = s.facet AND c.id = s.concept
    LEFT JOIN raw.trusted_labels AS t
        ON t.model = s.model AND t.language = p.language AND t.facet = s.facet AND t.concept = s.concept
    LEFT JOIN raw.label_placements AS r
        ON r.in_force AND r.document = s.document AND r.paragraph = s.paragraph AND r.facet = s.facet
        AND r.concept = s.concept
    WHERE r.decision IS NULL AND ($language IS NULL OR p.language = $language)
),
passages_listed AS (
    SELECT
        document, paragraph, coalesce(any_value(m.family), document) AS family, min(abs(score - threshold)) AS nearest,
        floor(min(abs(score - threshold)) / $step) AS step, bool_and(trusted) AS trusted
    FROM listed
    LEFT JOIN raw.family_members AS m USING (document)
    GROUP BY document, paragraph
),
in_turn AS (
    SELECT
        *, row_number() OVER (PARTITION BY step, trusted, family ORDER BY nearest, document, paragraph) AS turn
    FROM passages_listed
),
chosen AS (
    SELECT l.*, i.family, row_number() OVER (
        ORDER BY i.step, i.trusted, i.turn, i.nearest, i.document, i.paragraph, l.facet, l.score DESC, l.concept
    ) AS place
    FROM listed AS l
    JOIN in_turn AS i ON i.document = l.document AND i.paragraph = l.paragraph
    QUALIFY place <= $limit
),
settled AS (
    -- What the passages have already, without review or as decided.
    SELECT document, paragraph, list(DISTINCT name ORDER BY name) AS names
    FROM (
        SELECT s.document, s.paragraph, coalesce(n.name, s.concept) AS name
        FROM (SELECT DISTINCT document, paragraph, language FROM chosen) AS c
        JOIN raw.suggestions AS s ON s.document = c.document AND s.paragraph = c.paragraph AND s.score >= s.threshold
        JOIN raw.trusted_labels AS t
            ON t.model = s.model AND t.language = c.language AND t.facet = s.facet AND t.concept = s.concept
        JOIN raw.documents AS d ON d.sha256 = s.document
        LEFT JOIN raw.concepts AS n ON n.taxonomy = d.taxonomy_version AND n.facet = s.facet AND n.id = s.concept
        LEFT JOIN raw.label_placements AS r
            ON r.in_force AND r.document = s.document AND r.paragraph = s.paragraph AND r.facet = s.facet
            AND r.concept = s.concept
        WHERE r.decision IS NULL
        UNION ALL
        SELECT r.document, r.paragraph, k.concept_name
        FROM raw.label_placements AS r
        JOIN raw.label_decisions AS k ON k.id = r.decision
        WHERE r.in_force AND r.verdict <> 'reject'
    )
    GROUP BY document, paragraph
)
SELECT
    c.document, coalesce(v.symbol, b.name, v.title, left(c.document, 12)) AS called, v.sources, p.id, p.page, p.number,
    p.heading_path, c.language, c.facet, c.concept, c.name, coalesce(h.names, []) AS settled, c.score, c.threshold,
    c.model, c.evidence, c.in_force, v.taxonomy_version
FROM chosen AS c
JOIN document_versions AS v ON v.sha256 = c.document
JOIN raw.passages AS p ON p.document = c.document AND p.paragraph = c.paragraph
LEFT JOIN settled AS h ON h.document = c.document AND h.paragraph = c.paragraph
LEFT JOIN (
    SELECT sha256 AS document, arg_min(name, id) AS name FROM raw.submissions GROUP BY sha256
) AS b ON b.document = c.document
ORDER BY c.place;
