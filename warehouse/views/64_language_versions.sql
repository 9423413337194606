-- Grain: one row per family, part of it, facet and concept that some of its language versions in force have and others lack.
-- The part is the document itself or one of its addenda; each is compared with its own versions only.
CREATE VIEW language_versions AS
SELECT
    l.family, nullif(l.part, '') AS part, l.facet, l.concept, l.name, l.languages_with,
    list_filter(l.languages, lambda one: NOT list_contains(l.languages_with, one)) AS languages_without,
    l.passages, l.trusted, l.best.document AS document, h.symbol, l.best.paragraph AS paragraph
FROM (
    SELECT
        v.family, v.part, any_value(v.languages) AS languages, l.facet, l.concept, any_value(l.name) AS name,
        list(DISTINCT v.language ORDER BY v.language) AS languages_with,
        count(*) AS passages, bool_or(l.trusted) AS trusted,
        max({'trusted': l.trusted, 'score': l.score, 'document': l.document, 'paragraph': l.paragraph}) AS best
    FROM (
        SELECT
            m.family, m.part, m.document, h.language,
            list_sort(list_distinct(list(h.language) OVER (PARTITION BY m.family, m.part))) AS languages
        FROM raw.family_members AS m
        JOIN headers_in_force AS h ON h.document = m.document
        WHERE m.in_force
        QUALIFY len(languages) > 1
    ) AS v
    JOIN labels AS l ON l.document = v.document
    GROUP BY v.family, v.part, l.facet, l.concept
    HAVING len(languages_with) < len(any_value(v.languages))
) AS l
JOIN headers_in_force AS h ON h.document = l.best.document;
COMMENT ON VIEW language_versions IS 'Labels on which the language versions of one family disagree: the text is the same, so one of them is labelled wrongly, or the translation differs.';
COMMENT ON COLUMN language_versions.family IS 'Id of the family.';
COMMENT ON COLUMN language_versions.part IS 'The addendum or corrigendum that is compared, e.g. Add.1; empty for the document itself.';
COMMENT ON COLUMN language_versions.facet IS 'framework, risk, level, purpose or stakeholder.';
COMMENT ON COLUMN language_versions.concept IS 'Id of the concept within its facet.';
COMMENT ON COLUMN language_versions.name IS 'Name of the concept.';
COMMENT ON COLUMN language_versions.languages_with IS 'Languages of the versions with at least one such label in force.';
COMMENT ON COLUMN language_versions.languages_without IS 'Languages of the versions without.';
COMMENT ON COLUMN language_versions.passages IS 'Number of passages with the label, in all versions that have it: the fewer, the more likely is it a mistake there.';
COMMENT ON COLUMN language_versions.trusted IS 'Whether at least one of these labels counts without review.';
COMMENT ON COLUMN language_versions.document IS 'sha256 of the version that has it most surely: with a label that counts without review first, then by score.';
COMMENT ON COLUMN language_versions.symbol IS 'Document number of that version.';
COMMENT ON COLUMN language_versions.paragraph IS 'Place in it of the passage that has it, counted from 1 over all its passages; the view passages has page and text.';
