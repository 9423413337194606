-- Passages of documents in force with no risk theme but a general one. Parameters: languages, general (ids of themes).
SELECT
    p.document, p.paragraph, v.family, coalesce(d.states, []) AS states,
    list_concat(coalesce(d.states, []), coalesce(d.organisations, [])) AS sources, d.year, p.language, p.text
FROM raw.passages AS p
JOIN document_versions AS v ON v.sha256 = p.document AND v.in_force
JOIN documents AS d ON d.family = v.family
WHERE p.kind <> 'heading' AND list_contains($languages, p.language)
    AND (p.document, p.paragraph) NOT IN (
        SELECT (document, paragraph) FROM labels WHERE facet = 'risk' AND NOT list_contains($general, concept)
    )
ORDER BY p.document, p.paragraph
