-- All documents of each band that an asked document has: one scan, from which crowds and pairs are then told.
CREATE OR REPLACE TEMPORARY TABLE met_bands AS
SELECT document, band, document IN (SELECT document FROM asked_documents) AS asked
FROM raw.signature_bands
WHERE band IN (SELECT band FROM asked_bands);
