-- On the asked documents and on all others of their families; also what these have lent to documents that left them.
WITH near AS (
    SELECT document
    FROM asked_documents
    UNION
    SELECT document
    FROM raw.family_members
    WHERE family IN (
        SELECT family FROM raw.family_members WHERE document IN (SELECT document FROM asked_documents)
    )
)
DELETE FROM raw.label_placements
WHERE document IN (SELECT document FROM near)
    OR decision IN (SELECT id FROM raw.label_decisions WHERE document IN (SELECT document FROM near));
