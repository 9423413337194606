SELECT number FROM raw.schema_migrations;
