SELECT id, action, document, other, decided_by, why, decided_at
FROM raw.family_decisions
WHERE withdrawn_at IS NULL
ORDER BY id;
