-- One row for the document: what its header says, and the subjects that most of its passages speak of.
SELECT
    d.symbol, d.title, d.language, coalesce(d.sources, []) AS sources,
    coalesce((
        SELECT list(concept ORDER BY passages DESC, concept)
        FROM (SELECT concept, count(*) AS passages FROM labels WHERE document = $sha256 AND facet = 'framework' GROUP BY concept)
    ), []) AS frameworks,
    coalesce((
        SELECT list(concept ORDER BY passages DESC, concept)
        FROM (SELECT concept, count(*) AS passages FROM labels WHERE document = $sha256 AND facet = 'risk' GROUP BY concept)
    ), []) AS risks
FROM document_versions AS d
WHERE d.sha256 = $sha256;
