DELETE FROM raw.$table;
