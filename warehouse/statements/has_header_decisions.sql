SELECT true
FROM duckdb_tables()
WHERE database_name = current_database() AND schema_name = 'raw' AND table_name = 'header_decisions';
