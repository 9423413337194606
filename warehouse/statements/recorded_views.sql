SELECT scripts, made FROM raw.schema_views;
