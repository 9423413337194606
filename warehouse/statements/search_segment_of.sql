UPDATE raw.search_documents
SET segment = $segment
WHERE segment IN (SELECT unnest($segments::UINTEGER[])) AND document NOT IN (SELECT document FROM asked_documents);
