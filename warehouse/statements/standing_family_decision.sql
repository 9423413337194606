SELECT document, other FROM raw.family_decisions WHERE id = $id AND withdrawn_at IS NULL;
