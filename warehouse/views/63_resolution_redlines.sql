-- Grain: one row per proposed change of a provision: a tracked change, or a passage marked MOD, ADD, SUP or NOC without one.
-- One version of each family counts, of its newest revision: the one in force that has such changes, the leading one first,
-- else a copy (a PDF may be in force, and its copy be the Word file with the changes). In a document that tracks its
-- changes, what is marked MOD and has none stands as it is.
CREATE VIEW resolution_redlines AS
WITH marked AS (
    SELECT
        document, paragraph, id, page, kind, number, heading_path, text, text_before, proposal,
        regexp_matches(text, '^\(?(MOD|ADD|SUP|NOC)\)?\*?([\t ]+\S*/\S*)?\s*$') AS is_mark,
        last_value(if(is_mark, regexp_extract(text, '(\S+/\S+)\s*$', 1), NULL) IGNORE NULLS) OVER (
            PARTITION BY document ORDER BY paragraph ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
        ) AS proposal_number
    FROM raw.passages
    WHERE proposal IS NOT NULL OR text_before IS NOT NULL
),
changes AS (
    SELECT
        m.document, m.paragraph, m.id, m.page, m.number, m.heading_path, m.proposal, m.proposal_number, r.position,
        r.kind::VARCHAR AS change, r.text AS words, m.text_before, m.text AS text_after, r.author, r.written_at
    FROM marked AS m
    JOIN raw.revisions AS r ON r.document = m.document AND r.paragraph = m.paragraph
    UNION ALL BY NAME
    SELECT
        document, paragraph, id, page, number, heading_path, proposal, proposal_number, 1 AS position,
        CASE proposal
            WHEN 'ADD' THEN 'insertion' WHEN 'SUP' THEN 'deletion' WHEN 'NOC' THEN 'no_change' ELSE 'new_wording'
        END AS change,
        text AS words,
        CASE proposal WHEN 'ADD' THEN '' WHEN 'MOD' THEN NULL ELSE text END AS text_before,
        if(proposal = 'SUP', '', text) AS text_after
    FROM marked
    WHERE NOT is_mark AND text_before IS NULL AND text <> ''
        AND (proposal <> 'MOD' OR (kind <> 'heading' AND document NOT IN (SELECT document FROM raw.revisions)))
),
versions AS (
    SELECT
        d.sha256 AS document, coalesce(m.family, d.sha256) AS family, coalesce(m.part, '') AS part,
        coalesce(m.in_force, true) AS in_force, coalesce(m.lead, true) AS lead
    FROM raw.documents AS d
    LEFT JOIN raw.family_members AS m ON m.document = d.sha256
    WHERE coalesce(m.in_force OR m.role = 'copy', true)
    QUALIFY coalesce(m.revision, 0) = max(coalesce(m.revision, 0)) OVER (PARTITION BY family, part)
)
SELECT
    v.family, c.document, h.symbol, coalesce(d.delegations, []) AS delegations, coalesce(d.states, []) AS states,
    list_filter(
        list_append(list_reverse(c.heading_path), coalesce(h.title, '')),
        lambda one: regexp_matches(
            one,
            '(?i)(r[eé]solution|resoluci[oó]n|резолюци\pL+|قرار|决议)\s*(n\.?[o°º]?\.?|№|رقم)?\s*[0-9\[]|第\s*[0-9]+\s*号\s*决议'
        )
    )[1] AS instrument,
    nullif(
        regexp_extract(
            instrument,
            '(?i)(?:(?:r[eé]solution|resoluci[oó]n|резолюци\pL+|قرار|决议)\s*(?:n\.?[o°º]?\.?|№|رقم)?\s*|第\s*)([0-9]+|\[[^\]]*\])',
            1
        ), ''
    ) AS resolution,
    nullif(
        concat_ws(' ', if(c.heading_path[-1] = instrument, NULL, c.heading_path[-1]), c.number), ''
    ) AS provision,
    c.heading_path, c.number, c.proposal, nullif(c.proposal_number, '') AS proposal_number, c.change, c.words,
    c.text_before, c.text_after, c.author, c.written_at, c.id AS passage, c.page, c.paragraph, c.position
FROM changes AS c
JOIN versions AS v ON v.document = c.document
JOIN headers_in_force AS h ON h.document = c.document
LEFT JOIN (
    SELECT
        family, list(delegation ORDER BY delegation) AS delegations,
        list(DISTINCT iso3 ORDER BY iso3) FILTER (iso3 IS NOT NULL) AS states
    FROM contributions
    WHERE delegation IS NOT NULL
    GROUP BY family
) AS d ON d.family = v.family
QUALIFY dense_rank() OVER (
    PARTITION BY v.family, v.part ORDER BY v.in_force DESC, v.lead DESC, h.language, c.document
) = 1;
COMMENT ON VIEW resolution_redlines IS 'Who proposes to insert or delete what, in which provision of which resolution: tracked changes, and provisions marked MOD, ADD, SUP or NOC; one version of each family.';
COMMENT ON COLUMN resolution_redlines.family IS 'Id of the family.';
COMMENT ON COLUMN resolution_redlines.document IS 'sha256 of the document.';
COMMENT ON COLUMN resolution_redlines.symbol IS 'Document number.';
COMMENT ON COLUMN resolution_redlines.delegations IS 'Who proposes it: names of States in English, names of others; all of a joint contribution.';
COMMENT ON COLUMN resolution_redlines.states IS 'The States among them: ISO 3166-1 alpha-3 codes.';
COMMENT ON COLUMN resolution_redlines.instrument IS 'The heading that names the resolution, or else the title that does: the innermost one with its number; empty where none does.';
COMMENT ON COLUMN resolution_redlines.resolution IS 'Number of the resolution as text, e.g. 179; for a new one what stands in its brackets, e.g. [ARB-1].';
COMMENT ON COLUMN resolution_redlines.provision IS 'Where in the resolution: the heading over it and its number, e.g. considering b).';
COMMENT ON COLUMN resolution_redlines.heading_path IS 'Headings above it, outermost first.';
COMMENT ON COLUMN resolution_redlines.number IS 'Number of the provision as printed.';
COMMENT ON COLUMN resolution_redlines.proposal IS 'What it is marked with: MOD, ADD, SUP or NOC; empty for a tracked change without a mark.';
COMMENT ON COLUMN resolution_redlines.proposal_number IS 'Number of the proposal as printed beside the mark, e.g. ACP/7/1.';
COMMENT ON COLUMN resolution_redlines.change IS 'insertion, deletion, move_from or move_to; no_change for NOC; new_wording where the text is given without tracked changes.';
COMMENT ON COLUMN resolution_redlines.words IS 'The words that are inserted, deleted or moved; the whole provision where nothing is tracked.';
COMMENT ON COLUMN resolution_redlines.text_before IS 'The provision as it stands; empty text for a new one; no value where the document does not give it.';
COMMENT ON COLUMN resolution_redlines.text_after IS 'The provision as proposed; empty text where it is to go.';
COMMENT ON COLUMN resolution_redlines.author IS 'Who made the tracked change, as the file says: often one delegation of several, or an official.';
COMMENT ON COLUMN resolution_redlines.written_at IS 'When it was made, as written in the file.';
COMMENT ON COLUMN resolution_redlines.passage IS 'Id of the passage.';
COMMENT ON COLUMN resolution_redlines.page IS 'Page, counted from 1; empty for formats without pages (Word): cite the paragraph.';
COMMENT ON COLUMN resolution_redlines.paragraph IS 'Place in the document, counted from 1 over all its passages.';
COMMENT ON COLUMN resolution_redlines.position IS 'Place of the change in its passage, counted from 1.';
