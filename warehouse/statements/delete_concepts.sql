DELETE FROM raw.concepts WHERE taxonomy = $version;
