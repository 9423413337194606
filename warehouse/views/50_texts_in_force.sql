-- Grain: one row per document in force.
-- Of the language versions of one text, one is listed: the one that leads the family; of an addendum, the one in the
-- language that the family is led by, or else in the one that comes first in the alphabet.
CREATE VIEW texts_in_force AS
SELECT
    family, part, document, symbol, language,
    row_number() OVER (
        PARTITION BY family, part
        ORDER BY lead DESC, language = lead_language DESC, language, document
    ) = 1 AS listed
FROM (
    SELECT
        coalesce(m.family, h.document) AS family, coalesce(m.part, '') AS part, h.document, h.symbol,
        h.language,
        coalesce(m.lead, true) AS lead, coalesce(m.in_force, true) AS in_force,
        first_value(h.language) OVER (
            PARTITION BY coalesce(m.family, h.document) ORDER BY coalesce(m.lead, true) DESC
        ) AS lead_language
    FROM headers_in_force AS h
    LEFT JOIN raw.family_members AS m ON m.document = h.document
)
WHERE in_force;
COMMENT ON VIEW texts_in_force IS 'The documents in force: all say what their family is about, and one language version of each text has its passages listed.';
COMMENT ON COLUMN texts_in_force.family IS 'The family that it belongs to.';
COMMENT ON COLUMN texts_in_force.part IS 'The addendum or corrigendum, e.g. Add.1; empty for the document itself.';
COMMENT ON COLUMN texts_in_force.document IS 'sha256 of the document.';
COMMENT ON COLUMN texts_in_force.symbol IS 'Document number.';
COMMENT ON COLUMN texts_in_force.language IS 'Language of most of its text: ISO 639-1 code, or und.';
COMMENT ON COLUMN texts_in_force.listed IS 'Whether its passages are listed and counted; those of its other language versions would be the same ones again.';
