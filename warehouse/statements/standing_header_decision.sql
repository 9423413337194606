-- The decision that counts for a document and field, where it is one of its own.
SELECT value
FROM header_decisions
WHERE in_force AND follows IS NULL AND document = $document AND field = $field;
