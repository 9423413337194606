-- One row per migration that was applied.
CREATE SCHEMA IF NOT EXISTS raw;
CREATE TABLE IF NOT EXISTS raw.schema_migrations (
    number INTEGER PRIMARY KEY,
    name VARCHAR NOT NULL,
    applied_at TIMESTAMPTZ NOT NULL
);
COMMENT ON TABLE raw.schema_migrations IS 'One change of the schema that was applied to this warehouse.';
COMMENT ON COLUMN raw.schema_migrations.number IS 'Number of the migration.';
COMMENT ON COLUMN raw.schema_migrations.name IS 'Name of its file.';
COMMENT ON COLUMN raw.schema_migrations.applied_at IS 'When it was applied.';
