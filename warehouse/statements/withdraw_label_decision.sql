UPDATE raw.label_decisions
SET withdrawn_by = $by, withdrawn_at = now(), withdrawn_why = $why
WHERE id = $id AND withdrawn_at IS NULL;
