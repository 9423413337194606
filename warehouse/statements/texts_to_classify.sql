SELECT document, paragraph, id, kind::VARCHAR AS kind, heading_path, language, text
FROM raw.passages
WHERE $documents IS NULL OR list_contains($documents, document)
ORDER BY document, paragraph
