SELECT view_name AS name, sql AS text, comment
FROM duckdb_views()
WHERE database_name = current_database() AND NOT internal
UNION ALL
SELECT function_name, macro_definition, comment
FROM duckdb_functions()
WHERE database_name = current_database() AND NOT internal
ORDER BY ALL;
