-- On which labels do the language versions of one document disagree?
SELECT symbol, facet, name AS label, languages_with, languages_without, passages, trusted, page, paragraph, text
FROM language_versions
ORDER BY trusted DESC, symbol, facet, label;
