SELECT view_name AS name
FROM duckdb_views()
WHERE database_name = current_database() AND NOT internal
UNION ALL
SELECT if(schema_name = 'main', table_name, schema_name || '.' || table_name)
FROM duckdb_tables()
WHERE database_name = current_database();
