-- What follows from earlier decisions on the document and field, once a new one is made.
UPDATE raw.header_decisions
SET withdrawn_by = $by, withdrawn_at = now(), withdrawn_why = $why
WHERE withdrawn_at IS NULL AND document = $document
    AND follows IN (SELECT id FROM raw.header_decisions WHERE document = $document AND field = $field);
