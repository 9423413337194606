SELECT t.table_name, c.referenced_table
FROM duckdb_tables() AS t
LEFT JOIN duckdb_constraints() AS c
    ON c.database_name = t.database_name AND c.table_name = t.table_name AND c.constraint_type = 'FOREIGN KEY'
WHERE t.database_name = current_database() AND t.schema_name = 'raw'
ORDER BY t.table_name, c.referenced_table;
