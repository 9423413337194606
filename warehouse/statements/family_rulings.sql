SELECT action, document, other
FROM raw.family_decisions
WHERE withdrawn_at IS NULL
    AND (document IN (SELECT document FROM asked_documents) OR other IN (SELECT document FROM asked_documents))
ORDER BY id;
