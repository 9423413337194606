-- All documents of the families that these documents belong to.
SELECT document
FROM raw.family_members
WHERE family IN (SELECT family FROM raw.family_members WHERE document IN (SELECT unnest($documents::VARCHAR[])));
