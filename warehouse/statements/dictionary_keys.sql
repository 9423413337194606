SELECT table_name, constraint_type, constraint_column_names, referenced_table
FROM duckdb_constraints()
WHERE database_name = current_database() AND schema_name = 'raw'
    AND constraint_type IN ('PRIMARY KEY', 'FOREIGN KEY', 'NOT NULL')
ORDER BY table_name, constraint_type, constraint_index;
