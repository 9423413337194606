-- On which labels do the language versions of one document disagree?
SELECT
    v.symbol, v.facet, v.name AS label, v.languages_with, v.languages_without, v.passages, v.trusted, p.page,
    p.paragraph, p.text
FROM language_versions AS v
JOIN passages AS p ON p.document = v.document AND p.paragraph = v.paragraph
ORDER BY v.trusted DESC, v.symbol, v.facet, label
LIMIT 1000;
