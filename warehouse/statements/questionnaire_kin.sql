-- The replies that are one step from an asked one: alike, a version of it, or of its questionnaire as it is now.
SELECT other AS document FROM raw.questionnaire_pairs
WHERE same AND document IN (SELECT document FROM asked_documents)
UNION
SELECT document FROM raw.questionnaire_pairs
WHERE same AND other IN (SELECT document FROM asked_documents)
UNION
SELECT document FROM raw.questionnaire_replies
WHERE questionnaire IN (
    SELECT questionnaire FROM raw.questionnaire_replies WHERE document IN (SELECT document FROM asked_documents)
)
UNION
SELECT b.document
FROM raw.family_members AS a
JOIN raw.family_members AS b ON b.family = a.family AND b.part = a.part
WHERE a.document IN (SELECT document FROM asked_documents)
    AND b.document IN (SELECT document FROM raw.questionnaire_heads);
