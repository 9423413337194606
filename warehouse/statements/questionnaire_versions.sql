-- Versions of one reply: members of one family that both have questions.
SELECT a.document, b.document
FROM raw.family_members AS a
JOIN raw.family_members AS b ON b.family = a.family AND b.part = a.part AND b.document > a.document
WHERE a.document IN (SELECT document FROM asked_documents) AND b.document IN (SELECT document FROM asked_documents);
