-- Grain: one row per family in force: a document with its language versions, revisions, addenda and copies is one.
-- What the header says is that of the member that speaks for the family; States, countries and regions are of all in force.
CREATE VIEW documents AS
SELECT
    d.family, l.symbol, l.title, l.kind, l.body, l.meeting, l.meeting_date, l.document_date,
    year(coalesce(l.meeting_date, l.document_date))::INTEGER AS year, l.agenda_item, l.action, l.status, l.language,
    d.languages, l.original_languages, l.sources, d.states, coalesce(p.countries, []) AS countries,
    coalesce(p.regions, []) AS regions, coalesce(p.organisations, []) AS organisations,
    coalesce(p.categories, []) AS categories, l.sha256 AS document, d.members, d.versions, d.passages
FROM (
    SELECT
        v.family, any_value(v.lead) AS lead,
        list_sort(list_distinct(list(v.language) FILTER (v.in_force))) AS languages,
        list_sort(list_distinct(flatten(list(v.states) FILTER (v.in_force)))) AS states,
        list({
            'document': v.sha256, 'symbol': v.symbol, 'language': v.language, 'role': v.role, 'in_force': v.in_force
        } ORDER BY NOT v.in_force, v.role, v.revision DESC, v.language, v.sha256) AS members,
        count(*) AS versions,
        coalesce(sum(v.passages) FILTER (v.in_force AND v.language = v.lead_language), 0)::BIGINT AS passages
    FROM (
        SELECT
            sha256, symbol, language, role, revision, in_force, states, passages, family,
            first_value(sha256) OVER by_lead AS lead,
            first_value(language) OVER by_lead AS lead_language
        FROM document_versions
        LEFT JOIN (SELECT document, lead FROM raw.family_members) AS m ON m.document = sha256
        WINDOW by_lead AS (PARTITION BY family ORDER BY coalesce(m.lead, true) DESC)
    ) AS v
    GROUP BY v.family
) AS d
JOIN document_versions AS l ON l.sha256 = d.lead
LEFT JOIN (
    SELECT
        coalesce(m.family, s.document) AS family,
        list(DISTINCT s.country ORDER BY s.country) FILTER (s.country IS NOT NULL) AS countries,
        list(DISTINCT s.region ORDER BY s.region) FILTER (s.region IS NOT NULL) AS regions,
        list(DISTINCT coalesce(s.organisation, s.name) ORDER BY coalesce(s.organisation, s.name)) FILTER (
            s.iso3 IS NULL
        ) AS organisations,
        list(DISTINCT s.category ORDER BY s.category) FILTER (s.category IS NOT NULL) AS categories
    FROM sources AS s
    LEFT JOIN raw.family_members AS m ON m.document = s.document
    WHERE coalesce(m.in_force, true)
    GROUP BY coalesce(m.family, s.document)
) AS p ON p.family = d.family;
COMMENT ON VIEW documents IS 'What is counted, one row per document: its language versions, revisions, addenda and copies are one family and one row here; each file is in document_versions.';
COMMENT ON COLUMN documents.family IS 'Id of the family: derived from its symbol, or from the smallest hash of its members.';
COMMENT ON COLUMN documents.symbol IS 'Document number, e.g. CWG-COP-14/3-E, of the member that speaks for it.';
COMMENT ON COLUMN documents.title IS 'Title of the member that speaks for it.';
COMMENT ON COLUMN documents.kind IS 'What the document is for, e.g. contribution; other where no rule told it.';
COMMENT ON COLUMN documents.body IS 'The body that it was submitted to.';
COMMENT ON COLUMN documents.meeting IS 'The meeting, as written.';
COMMENT ON COLUMN documents.meeting_date IS 'First day of the meeting.';
COMMENT ON COLUMN documents.document_date IS 'Date of the document.';
COMMENT ON COLUMN documents.year IS 'Year that it counts for: that of the meeting, or that of its date where no date of the meeting is known.';
COMMENT ON COLUMN documents.agenda_item IS 'Agenda item, as written.';
COMMENT ON COLUMN documents.action IS 'What the meeting is asked to do: action or information.';
COMMENT ON COLUMN documents.status IS 'State of the text: draft, final, revision, addendum or corrigendum.';
COMMENT ON COLUMN documents.language IS 'Language of the member that speaks for it: the original language, where that version is there.';
COMMENT ON COLUMN documents.languages IS 'Languages that the newest revision is there in.';
COMMENT ON COLUMN documents.original_languages IS 'Languages of the original: ISO 639-1 codes.';
COMMENT ON COLUMN documents.sources IS 'Who submitted it: names as written.';
COMMENT ON COLUMN documents.states IS 'The States among the sources of all members in force: ISO 3166-1 alpha-3 codes.';
COMMENT ON COLUMN documents.countries IS 'Names of these States in English.';
COMMENT ON COLUMN documents.regions IS 'ITU regions of these States: AFR, AMS, ARB, ASP, CIS or EUR.';
COMMENT ON COLUMN documents.organisations IS 'Sources that are no State, or whose State is not known: by the one name of a known organisation, else as written.';
COMMENT ON COLUMN documents.categories IS 'What the sources are: member_state, sector_member, un_body, ngo ...';
COMMENT ON COLUMN documents.document IS 'sha256 of the member that speaks for it: the newest revision in the original language.';
COMMENT ON COLUMN documents.members IS 'Its files, those in force first, with symbol, language, role and whether they are in force.';
COMMENT ON COLUMN documents.versions IS 'Number of these files.';
COMMENT ON COLUMN documents.passages IS 'Number of passages of what is in force in its language.';
