-- Lengths, since DuckDB does not write a definition alike each time (the columns behind EXCLUDE come in any order).
SELECT md5(string_agg(definition, chr(10) ORDER BY definition))
FROM (
    SELECT concat_ws(chr(9), view_name, length(sql)::VARCHAR, comment) AS definition
    FROM duckdb_views()
    WHERE database_name = current_database() AND schema_name = 'main' AND NOT internal
    UNION ALL
    SELECT concat_ws(chr(9), function_name, parameters::VARCHAR, length(macro_definition)::VARCHAR, comment)
    FROM duckdb_functions()
    WHERE database_name = current_database() AND schema_name = 'main' AND NOT internal
);
