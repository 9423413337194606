-- Of the asked documents and of all others of their families.
SELECT id, document, facet, concept, verdict, passage, paragraph, text, prefix, suffix, quotes, copies, alike
FROM raw.label_decisions
WHERE withdrawn_at IS NULL AND document IN (
    SELECT document
    FROM asked_documents
    UNION
    SELECT document
    FROM raw.family_members
    WHERE family IN (
        SELECT family FROM raw.family_members WHERE document IN (SELECT document FROM asked_documents)
    )
)
ORDER BY id;
