-- What is suggested now for the labels that decisions hold for, with the language of their passages.
SELECT
    a.document, a.paragraph, a.facet, a.concept, p.language, s.score, s.threshold, s.model, s.evidence
FROM incoming_rows AS a
JOIN raw.passages AS p ON p.document = a.document AND p.paragraph = a.paragraph
LEFT JOIN (
    SELECT
        g.document, g.paragraph, g.facet::VARCHAR AS facet, g.concept, max(g.score) AS score,
        arg_max(g.threshold, g.score) AS threshold, arg_max(g.model, g.score) AS model,
        arg_max(g.evidence, g.score) AS evidence
    FROM raw.suggestions AS g
    JOIN incoming_rows AS w
        ON w.document = g.document AND w.paragraph = g.paragraph AND w.facet::raw.facet = g.facet
        AND w.concept = g.concept
    GROUP BY g.document, g.paragraph, g.facet, g.concept
) AS s ON s.document = a.document AND s.paragraph = a.paragraph AND s.facet = a.facet AND s.concept = a.concept;
