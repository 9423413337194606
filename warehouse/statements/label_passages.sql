-- The passages whose least sure label is at least $low and less than $high from its threshold, in the order of the work:
-- first those whose labels do not count without review; then each family with its next passage in turn, so that no
-- document fills the list. What a person has decided is not in it, nor what is not in force of a family.
WITH waiting AS (
    SELECT
        s.document, s.paragraph, coalesce(m.family, s.document) AS family, abs(s.score - s.threshold) AS distance,
        t.model IS NOT NULL AS trusted
    FROM raw.suggestions AS s
    JOIN raw.passages AS p ON p.document = s.document AND p.paragraph = s.paragraph
    LEFT JOIN raw.family_members AS m ON m.document = s.document
    LEFT JOIN raw.trusted_labels AS t
        ON t.model = s.model AND t.language = p.language AND t.facet = s.facet AND t.concept = s.concept
    LEFT JOIN raw.label_placements AS r
        ON r.in_force AND r.document = s.document AND r.paragraph = s.paragraph AND r.facet = s.facet
        AND r.concept = s.concept
    WHERE abs(s.score - s.threshold) >= $low AND abs(s.score - s.threshold) < $high
        AND s.score >= s.threshold - $near
        AND (t.model IS NULL OR s.score < s.threshold)
        AND r.decision IS NULL AND coalesce(m.in_force, true)
        AND ($documents IS NULL OR s.document IN (SELECT unnest($documents::VARCHAR[])))
        AND ($facet IS NULL OR s.facet = $facet) AND ($language IS NULL OR p.language = $language)
),
passages_waiting AS (
    SELECT document, paragraph, family, min(distance) AS nearest, bool_and(trusted) AS trusted
    FROM waiting
    ANTI JOIN listed_passages USING (document, paragraph)
    GROUP BY document, paragraph, family
)
SELECT document, paragraph
FROM passages_waiting
ORDER BY
    trusted, row_number() OVER (PARTITION BY trusted, family ORDER BY nearest, document, paragraph), nearest, document,
    paragraph
LIMIT $limit;
