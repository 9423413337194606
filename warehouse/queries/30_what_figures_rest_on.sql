-- What do the figures of this file rest on: which models, and how many of their labels count without review?
SELECT
    m.version AS model, m.fingerprints, m.documents, m.families, m.trusted_labels,
    (SELECT count(*) FROM labels AS l WHERE l.model = m.version AND l.standing <> 'undecided') AS labels_that_count,
    (SELECT count(*) FROM labels AS l WHERE l.model = m.version AND l.standing = 'undecided') AS labels_undecided
FROM models AS m
ORDER BY m.documents DESC;
