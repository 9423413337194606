DELETE FROM raw.schema_views;
INSERT INTO raw.schema_views VALUES ($scripts, $made);
