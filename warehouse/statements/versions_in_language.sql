-- Each asked document with the other members of its family that are in its language.
SELECT a.document, o.document
FROM asked_documents AS a
JOIN raw.documents AS d ON d.sha256 = a.document
JOIN raw.family_members AS m ON m.document = a.document
JOIN raw.family_members AS o ON o.family = m.family AND o.document <> m.document
JOIN raw.documents AS t ON t.sha256 = o.document
WHERE t.language = d.language;
