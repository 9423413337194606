-- Grain: one row per family.
CREATE VIEW families AS
SELECT
    family, symbol, title, language, languages, document, meeting_date, document_date, kind, sources, states, members,
    versions AS documents, passages
FROM documents;
COMMENT ON VIEW families IS 'The rows of documents under the name that earlier queries know: a document with its language versions, revisions, addenda and copies is one family.';
COMMENT ON COLUMN families.family IS 'Id of the family: derived from its symbol, or from the smallest hash of its members.';
COMMENT ON COLUMN families.symbol IS 'Document number of the member that speaks for it.';
COMMENT ON COLUMN families.title IS 'Title of the member that speaks for it.';
COMMENT ON COLUMN families.language IS 'Language of the member that speaks for it: the original language, where that version is there.';
COMMENT ON COLUMN families.languages IS 'Languages that the newest revision is there in.';
COMMENT ON COLUMN families.document IS 'sha256 of the member that speaks for it: the newest revision in the original language.';
COMMENT ON COLUMN families.meeting_date IS 'First day of the meeting.';
COMMENT ON COLUMN families.document_date IS 'Date of the member that speaks for it.';
COMMENT ON COLUMN families.kind IS 'What the document is for, e.g. contribution; other where no rule told it.';
COMMENT ON COLUMN families.sources IS 'Who submitted it: names as written.';
COMMENT ON COLUMN families.states IS 'The States among the sources of all members in force: ISO 3166-1 alpha-3 codes.';
COMMENT ON COLUMN families.members IS 'Its documents, those in force first, with symbol, language, role and whether they are in force.';
COMMENT ON COLUMN families.documents IS 'Number of its documents.';
COMMENT ON COLUMN families.passages IS 'Number of passages of what is in force in its language.';
