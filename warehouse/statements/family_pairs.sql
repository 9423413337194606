SELECT document, other, kind, similarity, note
FROM raw.document_pairs
WHERE kind IN ('near_duplicate', 'translation', 'symbol_collision')
    AND document IN (SELECT document FROM asked_documents)
    AND other IN (SELECT document FROM asked_documents);
