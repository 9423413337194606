-- Grain: one row per document.
CREATE VIEW documents AS
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
COMMENT ON VIEW documents IS 'The content behind a sha256 with what its first page says of it; the same bytes dropped twice are one.';
COMMENT ON COLUMN documents.sha256 IS 'Hash of the bytes.';
COMMENT ON COLUMN documents.symbol IS 'Document number, e.g. CWG-COP-14/3-E.';
COMMENT ON COLUMN documents.title IS 'Title.';
COMMENT ON COLUMN documents.language IS 'Language of most of its text: ISO 639-1 code, or und.';
COMMENT ON COLUMN documents.body IS 'The body that it was submitted to.';
COMMENT ON COLUMN documents.meeting IS 'The meeting, as written.';
COMMENT ON COLUMN documents.meeting_place IS 'Where the meeting took place.';
COMMENT ON COLUMN documents.meeting_date IS 'First day of the meeting.';
COMMENT ON COLUMN documents.document_date IS 'Date of the document.';
COMMENT ON COLUMN documents.agenda_item IS 'Agenda item, as written.';
COMMENT ON COLUMN documents.action IS 'What the meeting is asked to do: action or information.';
COMMENT ON COLUMN documents.status IS 'State of the text: draft, final, revision, addendum or corrigendum.';
COMMENT ON COLUMN documents.kind IS 'What the document is for, e.g. contribution; other where no rule told it.';
COMMENT ON COLUMN documents.kind_reason IS 'Why it is of this kind, in plain words.';
COMMENT ON COLUMN documents.original_languages IS 'Languages of the original: ISO 639-1 codes.';
COMMENT ON COLUMN documents.sources IS 'Who submitted it: names as written; empty where the first page does not say.';
COMMENT ON COLUMN documents.states IS 'The States among its sources: ISO 3166-1 alpha-3 codes, in the order of the alphabet.';
COMMENT ON COLUMN documents.family IS 'The family that it belongs to: its language versions, revisions, addenda and copies; count families, not documents.';
COMMENT ON COLUMN documents.role IS 'What it is in its family: original, translation, revision, addendum, corrigendum or copy.';
COMMENT ON COLUMN documents.revision IS 'Number of the revision; 0 for the first version.';
COMMENT ON COLUMN documents.in_force IS 'Whether it is the newest revision, and no copy; figures are of documents in force.';
COMMENT ON COLUMN documents.corrected IS 'The header fields that a person decided; the view headers says who, when and why.';
COMMENT ON COLUMN documents.media_type IS 'Kind of file, as told from its bytes.';
COMMENT ON COLUMN documents.pages IS 'Number of pages; empty for formats without pages (Word).';
COMMENT ON COLUMN documents.passages IS 'Number of its passages.';
COMMENT ON COLUMN documents.extractor_version IS 'Version of the reader that read it.';
COMMENT ON COLUMN documents.model_version IS 'Version of the models and rules that labelled it.';
COMMENT ON COLUMN documents.taxonomy_version IS 'Version of the taxonomy that it was labelled with.';
COMMENT ON COLUMN documents.loaded_at IS 'When it was last loaded.';
