SELECT
    run, strftime(published_at AT TIME ZONE 'UTC', '%Y-%m-%dT%H:%M:%SZ') AS published_at, program_version AS program,
    schema_version AS "schema", extractor_versions AS extractors, taxonomy_versions AS taxonomies, model_versions AS models,
    documents, passages, state
FROM snapshot;
