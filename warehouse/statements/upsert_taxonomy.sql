INSERT INTO raw.taxonomies VALUES ($version, now())
ON CONFLICT (version) DO UPDATE SET loaded_at = excluded.loaded_at;
