INSERT INTO raw.snapshot BY NAME
SELECT
    (SELECT max(id) FROM raw.runs) AS run_id,
    $published_at AS published_at,
    $program_version AS program_version,
    (SELECT max(number) FROM raw.schema_migrations) AS schema_version,
    coalesce(list_sort(list_distinct(list(extractor_version))), []) AS extractor_versions,
    coalesce(list_sort(list_distinct(list(taxonomy_version))), []) AS taxonomy_versions,
    coalesce(list_sort(list_distinct(list(model_version))), []) AS model_versions,
    count(*) AS documents,
    coalesce(sum(passages), 0) AS passages,
    $state AS state
FROM raw.documents;
