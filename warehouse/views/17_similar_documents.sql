-- Grain: one row per two documents of different families whose texts are alike.
CREATE VIEW similar_documents AS
SELECT
    p.document, d.symbol, d.sources, d.meeting_date, p.other, o.symbol AS other_symbol, o.sources AS other_sources,
    o.meeting_date AS other_meeting_date, p.similarity, p.note
FROM raw.document_pairs AS p
JOIN document_versions AS d ON d.sha256 = p.document
JOIN document_versions AS o ON o.sha256 = p.other
WHERE p.kind = 'similar' AND d.family <> o.family;
COMMENT ON VIEW similar_documents IS 'Campaigns, joint positions and texts that are submitted again: alike, and counted on their own.';
COMMENT ON COLUMN similar_documents.document IS 'sha256 of the one document.';
COMMENT ON COLUMN similar_documents.symbol IS 'Its document number.';
COMMENT ON COLUMN similar_documents.sources IS 'Who submitted it: names as written.';
COMMENT ON COLUMN similar_documents.meeting_date IS 'First day of its meeting.';
COMMENT ON COLUMN similar_documents.other IS 'sha256 of the other document.';
COMMENT ON COLUMN similar_documents.other_symbol IS 'Its document number.';
COMMENT ON COLUMN similar_documents.other_sources IS 'Who submitted it: names as written.';
COMMENT ON COLUMN similar_documents.other_meeting_date IS 'First day of its meeting.';
COMMENT ON COLUMN similar_documents.similarity IS 'Share of word sequences in common, 0 to 1 (estimated).';
COMMENT ON COLUMN similar_documents.note IS 'In what they differ.';
