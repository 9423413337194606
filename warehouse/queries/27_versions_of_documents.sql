-- Which documents came in several versions, and which of them is in force?
SELECT d.symbol AS family_symbol, m.symbol, m.language, m.role, m.revision, m.in_force, m.reason
FROM documents AS d
JOIN family_members AS m ON m.family = d.family
WHERE d.versions > 1
ORDER BY family_symbol, m.in_force DESC, m.revision DESC, m.symbol;
