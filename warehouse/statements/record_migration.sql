INSERT INTO raw.schema_migrations VALUES ($number, $name, now());
