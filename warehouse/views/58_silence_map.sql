-- Grain: one row per Member State, framework category and risk theme.
-- Contributions are counted, and so a member that speaks of other things is told from one that does not speak at all.
CREATE VIEW silence_map AS
WITH states AS (
    SELECT family, iso3 FROM family_states WHERE iso3 IS NOT NULL
),
spoken AS (
    SELECT s.iso3, l.facet, l.concept, count(*) AS families, count(*) FILTER (l.trusted) AS families_trusted
    FROM family_concepts AS l
    JOIN states AS s ON s.family = l.family
    WHERE l.facet IN ('framework', 'risk')
    GROUP BY s.iso3, l.facet, l.concept
),
together AS (
    SELECT s.iso3, l.framework, l.risk, count(*) AS families, count(*) FILTER (l.trusted) AS families_trusted
    FROM (
        SELECT
            t.family, l.framework, l.risk,
            bool_or(
                NOT list_contains(l.undecided, {'facet': 'framework', 'concept': l.framework})
                AND NOT list_contains(l.undecided, {'facet': 'risk', 'concept': l.risk})
            ) AS trusted
        FROM (
            SELECT document, undecided, framework, unnest(risks) AS risk
            FROM (
                SELECT document, undecided, risks, unnest(frameworks) AS framework
                FROM passage_labels
                WHERE len(frameworks) > 0 AND len(risks) > 0
            )
        ) AS l
        JOIN texts_in_force AS t ON t.document = l.document
        GROUP BY t.family, l.framework, l.risk
    ) AS l
    JOIN states AS s ON s.family = l.family
    GROUP BY s.iso3, l.framework, l.risk
),
names AS (
    SELECT facet, concept, name, concept_group FROM concepts
)
SELECT
    m.iso3, m.country, m.region, f.concept AS framework, f.name AS framework_name, r.concept AS risk, r.name AS risk_name,
    r.concept_group, m.contributions, coalesce(a.families, 0) AS families_framework,
    coalesce(a.families_trusted, 0) AS families_framework_trusted, coalesce(b.families, 0) AS families_risk,
    coalesce(b.families_trusted, 0) AS families_risk_trusted, coalesce(n.families, 0) AS families,
    coalesce(n.families_trusted, 0) AS families_trusted,
    CASE
        WHEN n.families > 0 THEN 'speaks of both together'
        WHEN a.families > 0 AND b.families > 0 THEN 'speaks of each apart'
        WHEN b.families > 0 THEN 'silent on the framework'
        WHEN a.families > 0 THEN 'silent on the risk'
        WHEN m.contributions > 0 THEN 'silent on both'
        ELSE 'no contributions'
    END AS standing,
    n.families IS NULL AS silent
FROM members AS m
JOIN names AS f ON f.facet = 'framework'
JOIN names AS r ON r.facet = 'risk'
LEFT JOIN spoken AS a ON a.iso3 = m.iso3 AND a.facet = 'framework' AND a.concept = f.concept
LEFT JOIN spoken AS b ON b.iso3 = m.iso3 AND b.facet = 'risk' AND b.concept = r.concept
LEFT JOIN together AS n ON n.iso3 = m.iso3 AND n.framework = f.concept AND n.risk = r.concept;
COMMENT ON VIEW silence_map IS 'Who has said nothing on what: each Member State by framework category and risk theme, with its contributions, so that the silence of an active member is told from that of one that never contributed; a joint contribution counts for each of its States.';
COMMENT ON COLUMN silence_map.iso3 IS 'ISO 3166-1 alpha-3 code of the Member State.';
COMMENT ON COLUMN silence_map.country IS 'Its name in English.';
COMMENT ON COLUMN silence_map.region IS 'Its ITU region: AFR, AMS, ARB, ASP, CIS or EUR.';
COMMENT ON COLUMN silence_map.framework IS 'Id of the framework category.';
COMMENT ON COLUMN silence_map.framework_name IS 'Name of the framework category.';
COMMENT ON COLUMN silence_map.risk IS 'Id of the risk theme.';
COMMENT ON COLUMN silence_map.risk_name IS 'Name of the risk theme.';
COMMENT ON COLUMN silence_map.concept_group IS 'content, contact, conduct, contract or cross.';
COMMENT ON COLUMN silence_map.contributions IS 'Number of all families of the member; 0: it never contributed.';
COMMENT ON COLUMN silence_map.families_framework IS 'Number of its families that report on the framework, whatever the risk.';
COMMENT ON COLUMN silence_map.families_framework_trusted IS 'Of these, those with such a label that counts without review; the others are undecided.';
COMMENT ON COLUMN silence_map.families_risk IS 'Number of its families that raise the risk, whatever the framework; 0: it never raised it.';
COMMENT ON COLUMN silence_map.families_risk_trusted IS 'Of these, those with such a label that counts without review; 0: all that there is waits for review.';
COMMENT ON COLUMN silence_map.families IS 'Number of its families with a passage that has both labels in force.';
COMMENT ON COLUMN silence_map.families_trusted IS 'Of these, those with a passage where both labels count without review; the others are undecided.';
COMMENT ON COLUMN silence_map.standing IS 'speaks of both together (in one passage), speaks of each apart, silent on the framework, silent on the risk, silent on both, or no contributions.';
COMMENT ON COLUMN silence_map.silent IS 'Whether no passage of the member has both labels.';
