SELECT true
FROM duckdb_views()
WHERE database_name = current_database() AND schema_name = 'main' AND view_name = 'labels_to_review';
