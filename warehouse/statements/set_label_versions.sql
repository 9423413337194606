-- Updated in place, as foreign keys want it (see 0001_first.sql).
UPDATE raw.documents
SET model_version = $model, taxonomy_version = $taxonomy, loaded_at = now()
WHERE sha256 IN (SELECT document FROM asked_documents);
