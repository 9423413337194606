SELECT document, paragraph, facet::VARCHAR AS facet, concept FROM labels WHERE list_contains($documents, document)
