-- Updated in place: a parent row that is deleted cannot be inserted again in the same transaction (see 0001_first.sql).
INSERT INTO raw.documents BY NAME
SELECT * FROM incoming_rows
ON CONFLICT (sha256) DO UPDATE SET
    media_type = excluded.media_type,
    language = excluded.language,
    pages = excluded.pages,
    passages = excluded.passages,
    property_title = excluded.property_title,
    property_author = excluded.property_author,
    property_created = excluded.property_created,
    property_modified = excluded.property_modified,
    property_producer = excluded.property_producer,
    extractor_version = excluded.extractor_version,
    model_version = excluded.model_version,
    taxonomy_version = excluded.taxonomy_version,
    loaded_at = excluded.loaded_at,
    kind = excluded.kind,
    kind_reason = excluded.kind_reason;
