SELECT
    k.id, k.document, k.symbol, k.facet, k.concept, k.name, k.verdict, k.text, k.decided_by, k.decided_at, k.why,
    k.paragraphs, u.reason
FROM label_decisions AS k
LEFT JOIN unplaced_decisions AS u ON u.id = k.id
WHERE k.withdrawn_at IS NULL
ORDER BY k.id;
