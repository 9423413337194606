-- Grain: one row per challenge (the one passage that stands for a member and a risk) and good practice of other members.
-- For each State and risk one passage stands for its challenges and one for its good practices: the one whose two labels
-- count without review, then the newest, the one with the fewest risks and States, the first in the document. A challenge
-- has the ten good practices on its risk that come first by: labels that count without review, number of frameworks and
-- of stakeholders that both passages share, same region, newer year.
CREATE VIEW synergies AS
WITH told AS (
    SELECT
        l.purpose, l.risk, t.family, t.symbol, d.year, d.states, l.document, l.paragraph, l.frameworks, l.stakeholders,
        NOT list_contains(l.undecided, {'facet': 'purpose', 'concept': l.purpose})
        AND NOT list_contains(l.undecided, {'facet': 'risk', 'concept': l.risk}) AS trusted,
        l.risks
    FROM (
        SELECT *, unnest(all_risks) AS risk
        FROM (
            SELECT
                document, paragraph, frameworks, stakeholders, undecided, risks AS all_risks, len(risks) AS risks,
                unnest(purposes) AS purpose
            FROM passage_labels
            WHERE len(risks) > 0 AND (list_contains(purposes, 'challenge') OR list_contains(purposes, 'good_practice'))
        )
        WHERE purpose IN ('challenge', 'good_practice')
    ) AS l
    JOIN texts_in_force AS t ON t.document = l.document AND t.listed
    JOIN documents AS d ON d.family = t.family
),
best AS (
    SELECT o.*, s.iso3, s.country, s.region
    FROM told AS o
    JOIN family_states AS s ON s.family = o.family
    WHERE s.iso3 IS NOT NULL
    QUALIFY row_number() OVER (
        PARTITION BY o.purpose, o.risk, s.iso3
        ORDER BY o.trusted DESC, o.year DESC NULLS LAST, o.risks, len(o.states), o.symbol, o.document, o.paragraph
    ) = 1
),
challenges_of_states AS (
    SELECT *, row_number() OVER (ORDER BY iso3, risk) AS id
    FROM best
    WHERE purpose = 'challenge'
),
practices AS (
    SELECT *, row_number() OVER (ORDER BY year DESC NULLS LAST, symbol, document, paragraph, risk) AS id
    FROM (
        SELECT
            risk, document, paragraph, any_value(family) AS family, any_value(symbol) AS symbol, any_value(year) AS year,
            any_value(states) AS states, any_value(frameworks) AS frameworks, any_value(stakeholders) AS stakeholders,
            any_value(trusted) AS trusted, list_sort(list(country)) AS countries,
            list_distinct(list(region)) AS regions
        FROM best
        WHERE purpose = 'good_practice'
        GROUP BY risk, document, paragraph
    )
),
-- All pairs are compared by few numbers each; what there is to show is looked up for the ten that are left.
ranked AS (
    SELECT
        challenge, practice, same_region,
        row_number() OVER (
            PARTITION BY challenge
            ORDER BY trusted DESC, frameworks DESC, stakeholders DESC, same_region DESC, practice
        ) AS rank
    FROM (
        SELECT
            c.id AS challenge, p.id AS practice, p.trusted,
            len(list_intersect(c.frameworks, p.frameworks)) AS frameworks,
            len(list_intersect(c.stakeholders, p.stakeholders)) AS stakeholders,
            coalesce(list_contains(p.regions, c.region), false) AS same_region
        FROM challenges_of_states AS c
        JOIN practices AS p ON p.risk = c.risk
        WHERE p.family <> c.family AND NOT list_contains(p.states, c.iso3)
    )
    QUALIFY rank <= 10
)
SELECT
    c.risk, coalesce(k.name, c.risk) AS risk_name, r.rank, c.iso3 AS challenge_iso3, c.country AS challenge_country,
    c.symbol AS challenge_symbol, c.year AS challenge_year, c.family AS challenge_family,
    c.document AS challenge_document, c.paragraph AS challenge_paragraph, cp.page AS challenge_page,
    cp.language AS challenge_language, cp.text AS challenge_quote, c.trusted AS challenge_trusted,
    p.countries AS practice_countries, p.symbol AS practice_symbol, p.year AS practice_year,
    p.family AS practice_family, p.document AS practice_document, p.paragraph AS practice_paragraph,
    pp.page AS practice_page, pp.language AS practice_language, pp.text AS practice_quote,
    p.trusted AS practice_trusted, list_sort(list_intersect(c.frameworks, p.frameworks)) AS shared_frameworks,
    list_sort(list_intersect(c.stakeholders, p.stakeholders)) AS shared_stakeholders, r.same_region
FROM ranked AS r
JOIN challenges_of_states AS c ON c.id = r.challenge
JOIN practices AS p ON p.id = r.practice
JOIN raw.passages AS cp ON cp.document = c.document AND cp.paragraph = c.paragraph
JOIN raw.passages AS pp ON pp.document = p.document AND pp.paragraph = p.paragraph
LEFT JOIN concepts AS k ON k.facet = 'risk' AND k.concept = c.risk;
COMMENT ON VIEW synergies IS 'Challenges of one State beside the good practices of others on the same risk, the ten that fit best each, with both quotes: a list to begin a conversation with, and no proof that the practice helps. One passage stands for all that a State says on a risk; challenges and good_practices have the others.';
COMMENT ON COLUMN synergies.risk IS 'Id of the risk theme that both are on.';
COMMENT ON COLUMN synergies.risk_name IS 'Name of the risk theme.';
COMMENT ON COLUMN synergies.rank IS 'Place among the good practices for this challenge, counted from 1. Those whose labels count without review come first, then those that share most frameworks, then most stakeholders, then those of the same region, then the newer ones.';
COMMENT ON COLUMN synergies.challenge_iso3 IS 'ISO 3166-1 alpha-3 code of the State whose challenge it is; a joint challenge has rows for each of its States.';
COMMENT ON COLUMN synergies.challenge_country IS 'Its name in English.';
COMMENT ON COLUMN synergies.challenge_symbol IS 'Document number of the challenge.';
COMMENT ON COLUMN synergies.challenge_year IS 'Year of the document with the challenge.';
COMMENT ON COLUMN synergies.challenge_family IS 'The family of the challenge.';
COMMENT ON COLUMN synergies.challenge_document IS 'sha256 of the document with the challenge.';
COMMENT ON COLUMN synergies.challenge_paragraph IS 'Place of the challenge in it, counted from 1 over all its passages.';
COMMENT ON COLUMN synergies.challenge_page IS 'Its page; empty for formats without pages (Word): cite the paragraph.';
COMMENT ON COLUMN synergies.challenge_language IS 'Language of the challenge.';
COMMENT ON COLUMN synergies.challenge_quote IS 'The passage that tells the challenge.';
COMMENT ON COLUMN synergies.challenge_trusted IS 'Whether both its labels, as a challenge and on the risk, count without review.';
COMMENT ON COLUMN synergies.practice_countries IS 'Names of the States whose good practice it is; never the one with the challenge.';
COMMENT ON COLUMN synergies.practice_symbol IS 'Document number of the good practice.';
COMMENT ON COLUMN synergies.practice_year IS 'Year of the document with the good practice.';
COMMENT ON COLUMN synergies.practice_family IS 'The family of the good practice.';
COMMENT ON COLUMN synergies.practice_document IS 'sha256 of the document with the good practice.';
COMMENT ON COLUMN synergies.practice_paragraph IS 'Place of the good practice in it.';
COMMENT ON COLUMN synergies.practice_page IS 'Its page; empty for formats without pages (Word): cite the paragraph.';
COMMENT ON COLUMN synergies.practice_language IS 'Language of the good practice.';
COMMENT ON COLUMN synergies.practice_quote IS 'The passage that describes the good practice.';
COMMENT ON COLUMN synergies.practice_trusted IS 'Whether both its labels, as a good practice and on the risk, count without review.';
COMMENT ON COLUMN synergies.shared_frameworks IS 'Framework categories that both passages have.';
COMMENT ON COLUMN synergies.shared_stakeholders IS 'Stakeholders that both passages name.';
COMMENT ON COLUMN synergies.same_region IS 'Whether one of the States of the good practice is in the region of the challenge.';
