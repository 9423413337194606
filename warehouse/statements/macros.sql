SELECT DISTINCT if(function_type = 'table_macro', 'MACRO TABLE', 'MACRO') AS kind, function_name
FROM duckdb_functions()
WHERE database_name = current_database() AND schema_name = 'main' AND NOT internal
    AND function_type IN ('macro', 'table_macro');
