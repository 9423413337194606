-- The decisions that count, with the passages that they hold for as they are read now.
SELECT
    r.decision, r.document, p.text, p.language, r.facet::VARCHAR AS facet, r.concept, r.verdict <> 'reject' AS holds,
    k.decided_at, k.decided_by
FROM raw.label_placements AS r
JOIN raw.label_decisions AS k ON k.id = r.decision
JOIN raw.passages AS p ON p.document = r.document AND p.paragraph = r.paragraph
WHERE r.in_force
ORDER BY k.decided_at, r.decision, r.document, r.paragraph
