-- Grain of each table:
--   raw.schema_migrations  one row per migration that was applied
--   raw.schema_views       one row, for the views and macros that were made last
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
CREATE TABLE IF NOT EXISTS raw.schema_views (
    scripts VARCHAR NOT NULL,
    made VARCHAR NOT NULL
);
COMMENT ON TABLE raw.schema_views IS 'From which files the views and macros were made last, so that they are made again only where these have changed.';
COMMENT ON COLUMN raw.schema_views.scripts IS 'Hash of the files.';
COMMENT ON COLUMN raw.schema_views.made IS 'Hash of what the database then had: another one tells that somebody changed a view by hand.';
