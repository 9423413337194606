-- All concepts with the names that they had in any version of the taxonomy, the newest version first.
SELECT c.facet, c.id, c.name, c.taxonomy
FROM raw.concepts AS c
JOIN raw.taxonomies AS t ON t.version = c.taxonomy
ORDER BY t.loaded_at DESC, t.version DESC, c.facet, c.position;
