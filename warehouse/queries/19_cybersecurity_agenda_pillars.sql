-- How many documents speak of each pillar of the Global Cybersecurity Agenda?
-- Other schemes: mnr (WeProtect Model National Response), co4c (the 4Cs), oecd (the OECD typology).
SELECT code, category, families, families_trusted, concepts
FROM crosswalk_counts
WHERE scheme = 'gca'
ORDER BY position;
