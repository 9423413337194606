SELECT document FROM raw.label_decisions WHERE id = $id AND withdrawn_at IS NULL;
