-- Grain: one row per two documents and doubt.
-- What a person decided of the two, or of one of them on its own, is no doubt any more.
CREATE VIEW families_to_review AS
SELECT
    p.document, d.symbol, d.title, d.language, p.other, o.symbol AS other_symbol, o.title AS other_title,
    o.language AS other_language, p.kind AS doubt, p.similarity, p.note
FROM raw.document_pairs AS p
JOIN document_versions AS d ON d.sha256 = p.document
JOIN document_versions AS o ON o.sha256 = p.other
WHERE p.kind IN ('doubtful_duplicate', 'doubtful_translation', 'symbol_collision')
    AND (d.family <> o.family OR p.kind = 'symbol_collision')
    AND NOT EXISTS (
        SELECT 1
        FROM raw.family_decisions AS c
        WHERE c.withdrawn_at IS NULL
            AND ((c.document = p.document AND c.other = p.other) OR (c.document = p.other AND c.other = p.document))
    )
    AND NOT EXISTS (
        SELECT 1
        FROM raw.family_decisions AS c
        WHERE c.withdrawn_at IS NULL AND c.other IS NULL AND (c.document = p.document OR c.document = p.other)
    );
COMMENT ON VIEW families_to_review IS 'Documents that may be one, or bear one symbol by mistake: counted on their own until a person decides.';
COMMENT ON COLUMN families_to_review.document IS 'sha256 of the one document.';
COMMENT ON COLUMN families_to_review.symbol IS 'Its document number.';
COMMENT ON COLUMN families_to_review.title IS 'Its title.';
COMMENT ON COLUMN families_to_review.language IS 'Its language: ISO 639-1 code, or und.';
COMMENT ON COLUMN families_to_review.other IS 'sha256 of the other document.';
COMMENT ON COLUMN families_to_review.other_symbol IS 'Its document number.';
COMMENT ON COLUMN families_to_review.other_title IS 'Its title.';
COMMENT ON COLUMN families_to_review.other_language IS 'Its language: ISO 639-1 code, or und.';
COMMENT ON COLUMN families_to_review.doubt IS 'doubtful_duplicate, doubtful_translation or symbol_collision.';
COMMENT ON COLUMN families_to_review.similarity IS 'How alike they are, 0 to 1: the texts, or for translations the numbers and the build.';
COMMENT ON COLUMN families_to_review.note IS 'Why a person should look, in plain words.';
