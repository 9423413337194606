-- The other documents of the document's family, with whether they are in force: the lead first.
SELECT coalesce(h.symbol, h.title, h.document) AS name, h.language, o.role, o.in_force
FROM raw.family_members AS m
JOIN raw.family_members AS o ON o.family = m.family AND o.document <> m.document
JOIN headers_in_force AS h ON h.document = o.document
WHERE m.document = $document
ORDER BY NOT o.lead, NOT o.in_force, o.part, o.revision DESC, h.language, o.document;
