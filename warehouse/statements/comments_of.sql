SELECT NULL AS column_name, comment
FROM duckdb_views()
WHERE database_name = current_database() AND schema_name = $schema AND view_name = $name AND comment IS NOT NULL
UNION ALL
SELECT NULL, comment
FROM duckdb_tables()
WHERE database_name = current_database() AND schema_name = $schema AND table_name = $name AND comment IS NOT NULL
UNION ALL
SELECT column_name, comment
FROM duckdb_columns()
WHERE database_name = current_database() AND schema_name = $schema AND table_name = $name AND comment IS NOT NULL;
