-- What stands for the document and field, with what follows from it.
UPDATE raw.header_decisions
SET withdrawn_by = $by, withdrawn_at = now(), withdrawn_why = $why
WHERE withdrawn_at IS NULL AND document = $document AND (
    field = $field
    OR follows IN (SELECT id FROM raw.header_decisions WHERE document = $document AND field = $field)
);
