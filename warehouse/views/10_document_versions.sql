-- Grain: one row per document.
CREATE VIEW document_versions AS
SELECT
    d.sha256, h.symbol, h.title, h.language, h.body, h.meeting, h.meeting_place, h.meeting_date, h.document_date,
    h.agenda_item, h.action, h.status, h.kind,
    if(h.decided['kind'] IS NULL, d.kind_reason, 'A person decided it.') AS kind_reason, h.original_languages, coalesce(s.sources, []) AS sources,
    coalesce(s.states, []) AS states,
    coalesce(m.family, d.sha256) AS family, coalesce(m.role, 'original') AS role, coalesce(m.revision, 0) AS revision,
    coalesce(m.in_force, true) AS in_force, list_sort(map_keys(h.decided)) AS corrected, d.media_type, d.pages, d.passages, d.extractor_version,
    d.model_version, d.taxonomy_version, d.loaded_at
FROM raw.documents AS d
JOIN headers_in_force AS h ON h.document = d.sha256
LEFT JOIN raw.family_members AS m ON m.document = d.sha256
LEFT JOIN (
    SELECT
        document,
        list(name ORDER BY position) AS sources,
        list(DISTINCT iso3 ORDER BY iso3) FILTER (iso3 IS NOT NULL) AS states
    FROM sources
    GROUP BY document
) AS s ON s.document = d.sha256;
COMMENT ON VIEW document_versions IS 'Each content behind a sha256 with what its first page says of it: language versions, older revisions and copies are rows of their own; to count, use documents.';
COMMENT ON COLUMN document_versions.sha256 IS 'Hash of the bytes.';
COMMENT ON COLUMN document_versions.symbol IS 'Document number, e.g. CWG-COP-14/3-E.';
COMMENT ON COLUMN document_versions.title IS 'Title.';
COMMENT ON COLUMN document_versions.language IS 'Language of most of its text: ISO 639-1 code, or und.';
COMMENT ON COLUMN document_versions.body IS 'The body that it was submitted to.';
COMMENT ON COLUMN document_versions.meeting IS 'The meeting, as written.';
COMMENT ON COLUMN document_versions.meeting_place IS 'Where the meeting took place.';
COMMENT ON COLUMN document_versions.meeting_date IS 'First day of the meeting.';
COMMENT ON COLUMN document_versions.document_date IS 'Date of the document.';
COMMENT ON COLUMN document_versions.agenda_item IS 'Agenda item, as written.';
COMMENT ON COLUMN document_versions.action IS 'What the meeting is asked to do: action or information.';
COMMENT ON COLUMN document_versions.status IS 'State of the text: draft, final, revision, addendum or corrigendum.';
COMMENT ON COLUMN document_versions.kind IS 'What the document is for, e.g. contribution; other where no rule told it.';
COMMENT ON COLUMN document_versions.kind_reason IS 'Why it is of this kind, in plain words.';
COMMENT ON COLUMN document_versions.original_languages IS 'Languages of the original: ISO 639-1 codes.';
COMMENT ON COLUMN document_versions.sources IS 'Who submitted it: names as written; empty where the first page does not say.';
COMMENT ON COLUMN document_versions.states IS 'The States among its sources: ISO 3166-1 alpha-3 codes, in the order of the alphabet.';
COMMENT ON COLUMN document_versions.family IS 'The family that it belongs to: its language versions, revisions, addenda and copies; count families, not documents.';
COMMENT ON COLUMN document_versions.role IS 'What it is in its family: original, translation, revision, addendum, corrigendum or copy.';
COMMENT ON COLUMN document_versions.revision IS 'Number of the revision; 0 for the first version.';
COMMENT ON COLUMN document_versions.in_force IS 'Whether it is the newest revision, and no copy; figures are of documents in force.';
COMMENT ON COLUMN document_versions.corrected IS 'The header fields that a person decided; the view headers says who, when and why.';
COMMENT ON COLUMN document_versions.media_type IS 'Kind of file, as told from its bytes.';
COMMENT ON COLUMN document_versions.pages IS 'Number of pages; empty for formats without pages (Word).';
COMMENT ON COLUMN document_versions.passages IS 'Number of its passages.';
COMMENT ON COLUMN document_versions.extractor_version IS 'Version of the reader that read it.';
COMMENT ON COLUMN document_versions.model_version IS 'Version of the models and rules that labelled it.';
COMMENT ON COLUMN document_versions.taxonomy_version IS 'Version of the taxonomy that it was labelled with.';
COMMENT ON COLUMN document_versions.loaded_at IS 'When it was last loaded.';
