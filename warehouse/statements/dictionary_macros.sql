SELECT function_name, function_type = 'table_macro', parameters, comment
FROM duckdb_functions()
WHERE database_name = current_database() AND schema_name = 'main' AND NOT internal
    AND function_type IN ('macro', 'table_macro')
ORDER BY function_name;
