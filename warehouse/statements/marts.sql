SELECT m.name, m.comment, list(c.column_name ORDER BY c.column_index) AS columns
FROM (
    SELECT view_name AS name, comment
    FROM duckdb_views()
    WHERE database_name = current_database() AND schema_name = 'main' AND NOT internal
    UNION ALL
    SELECT table_name, comment
    FROM duckdb_tables()
    WHERE database_name = current_database() AND schema_name = 'main'
) AS m
JOIN duckdb_columns() AS c
    ON c.database_name = current_database() AND c.schema_name = 'main' AND c.table_name = m.name
GROUP BY ALL
ORDER BY m.name;
