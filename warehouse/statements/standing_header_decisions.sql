-- The decisions that count, where they are decisions of their own; of one document or of all.
SELECT document, field, value
FROM header_decisions
WHERE in_force AND follows IS NULL AND document = coalesce($document, document);
