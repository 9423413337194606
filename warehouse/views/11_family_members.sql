-- Grain: one row per document.
CREATE VIEW family_members AS
SELECT
    m.family, m.document, h.symbol, h.language, m.role, nullif(m.part, '') AS part, m.revision, m.in_force, m.lead,
    m.reason, m.linked_to, p.similarity
FROM raw.family_members AS m
JOIN headers_in_force AS h ON h.document = m.document
LEFT JOIN raw.document_pairs AS p
    ON p.document = least(m.document, m.linked_to) AND p.other = greatest(m.document, m.linked_to)
    AND p.kind::VARCHAR = m.reason::VARCHAR;
COMMENT ON VIEW family_members IS 'Each document in its family, and why it is there.';
COMMENT ON COLUMN family_members.family IS 'Id of the family.';
COMMENT ON COLUMN family_members.document IS 'sha256 of the document.';
COMMENT ON COLUMN family_members.symbol IS 'Document number.';
COMMENT ON COLUMN family_members.language IS 'Language of most of its text: ISO 639-1 code, or und.';
COMMENT ON COLUMN family_members.role IS 'original, translation, revision, addendum, corrigendum, or copy (one version in one language twice).';
COMMENT ON COLUMN family_members.part IS 'The addendum or corrigendum, e.g. Add.1; empty for the document itself.';
COMMENT ON COLUMN family_members.revision IS 'Number of the revision; 0 for the first version.';
COMMENT ON COLUMN family_members.in_force IS 'Whether it is the newest revision, and no copy; addenda and corrigenda are in force beside the document.';
COMMENT ON COLUMN family_members.lead IS 'Whether it speaks for the family.';
COMMENT ON COLUMN family_members.reason IS 'Why it is in the family: decision, symbol, near_duplicate or translation; empty for the lead.';
COMMENT ON COLUMN family_members.linked_to IS 'sha256 of the member that this reason links it to; empty for the lead.';
COMMENT ON COLUMN family_members.similarity IS 'How alike the two are, 0 to 1, where the reason is their likeness.';
