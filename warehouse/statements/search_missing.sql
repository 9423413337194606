-- Documents that are not in the index.
SELECT d.sha256 FROM raw.documents AS d ANTI JOIN raw.search_documents AS s ON s.document = d.sha256 ORDER BY d.loaded_at, d.sha256;
