-- Grain: one row per family.
CREATE VIEW families AS
SELECT
    d.family, l.symbol, l.title, l.language, d.languages, l.sha256 AS document, l.meeting_date, l.document_date, l.kind,
    l.sources, d.states, d.members, d.documents, d.passages
FROM (
    SELECT
        v.family, any_value(v.lead) AS lead,
        list_sort(list_distinct(list(v.language) FILTER (v.in_force))) AS languages,
        list_sort(list_distinct(flatten(list(v.states) FILTER (v.in_force)))) AS states,
        list({
            'document': v.sha256, 'symbol': v.symbol, 'language': v.language, 'role': v.role, 'in_force': v.in_force
        } ORDER BY NOT v.in_force, v.role, v.revision DESC, v.language, v.sha256) AS members,
        count(*) AS documents,
        coalesce(sum(v.passages) FILTER (v.in_force AND v.language = v.lead_language), 0)::BIGINT AS passages
    FROM (
        SELECT
            sha256, symbol, language, role, revision, in_force, states, passages, family,
            first_value(sha256) OVER by_lead AS lead,
            first_value(language) OVER by_lead AS lead_language
        FROM documents
        LEFT JOIN (SELECT document, lead FROM raw.family_members) AS m ON m.document = sha256
        WINDOW by_lead AS (PARTITION BY family ORDER BY coalesce(m.lead, true) DESC)
    ) AS v
    GROUP BY v.family
) AS d
JOIN documents AS l ON l.sha256 = d.lead;
COMMENT ON VIEW families IS 'What is counted: a document with its language versions, revisions, addenda and copies is one family.';
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
