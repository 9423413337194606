-- Grain: one row per family in force, facet and concept.
-- A family is about what any of its documents in force is labelled with; its passages are those of the listed texts.
CREATE VIEW family_concepts AS
SELECT
    l.family, l.facet, l.concept, coalesce(c.name, l.concept) AS name, c.concept_group, l.trusted, l.passages,
    l.passages_trusted
FROM (
    SELECT
        t.family, l.facet, l.concept, bool_or(l.trusted) AS trusted,
        count(*) FILTER (t.listed) AS passages, count(*) FILTER (t.listed AND l.trusted) AS passages_trusted
    FROM labels AS l
    JOIN texts_in_force AS t ON t.document = l.document
    GROUP BY t.family, l.facet, l.concept
) AS l
LEFT JOIN concepts AS c ON c.facet = l.facet AND c.concept = l.concept;
COMMENT ON VIEW family_concepts IS 'What each document is about: the figures by country, meeting, year and level count its rows, and label_evidence has the words behind a row (by family, facet and concept).';
COMMENT ON COLUMN family_concepts.family IS 'Id of the family, as in documents.';
COMMENT ON COLUMN family_concepts.facet IS 'framework, risk, level, purpose or stakeholder.';
COMMENT ON COLUMN family_concepts.concept IS 'Id of the concept within its facet.';
COMMENT ON COLUMN family_concepts.name IS 'Name of the concept; its id where no taxonomy has it.';
COMMENT ON COLUMN family_concepts.concept_group IS 'Group of a risk theme: content, contact, conduct, contract or cross.';
COMMENT ON COLUMN family_concepts.trusted IS 'Whether at least one such label of the family counts without review; false: all of them are undecided.';
COMMENT ON COLUMN family_concepts.passages IS 'Number of passages with the label, those of one language version; 0 where only another version has it.';
COMMENT ON COLUMN family_concepts.passages_trusted IS 'Of these, those where the label counts without review.';
