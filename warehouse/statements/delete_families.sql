DELETE FROM raw.families
WHERE id IN (
    SELECT family FROM raw.family_members WHERE document IN (SELECT document FROM asked_documents)
);
