-- What did people decide, who did, and why?
SELECT decided_at, decided_by, 'header' AS about, document, field || ': ' || value AS decision, why, in_force
FROM header_decisions
UNION ALL
SELECT decided_at, decided_by, 'label', document, verdict || ' ' || facet || ' ' || concept, why, in_force
FROM label_decisions
UNION ALL
SELECT decided_at, decided_by, 'family', document, action || coalesce(' ' || other, ''), why, in_force
FROM family_decisions
ORDER BY decided_at DESC, document;
