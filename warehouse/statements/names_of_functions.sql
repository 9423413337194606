SELECT DISTINCT function_name
FROM duckdb_functions()
WHERE function_name SIMILAR TO '[a-z]\w*';
