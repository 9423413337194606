SELECT name, documents FROM unresolved_sources ORDER BY documents DESC, name;
