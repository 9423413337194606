SELECT document, passage, text, facet::VARCHAR, concept, max(withdrawn_at)
FROM raw.label_decisions
WHERE withdrawn_at IS NOT NULL AND document IN (SELECT unnest($documents::VARCHAR[]))
GROUP BY document, passage, text, facet, concept;
