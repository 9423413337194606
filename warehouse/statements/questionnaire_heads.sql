-- What a reply is ordered and compared by beside its questions; as read, so that no correction changes an id.
SELECT
    d.sha256, d.language, h.document_date, h.symbol, h.title,
    (
        SELECT string_agg(p.text, chr(10) ORDER BY p.paragraph)
        FROM raw.passages AS p
        WHERE p.document = d.sha256 AND p.paragraph <= $opening
    ) AS opening
FROM raw.documents AS d
JOIN raw.headers AS h ON h.document = d.sha256
WHERE d.sha256 IN (SELECT document FROM raw.questionnaire_answers)
ORDER BY d.sha256;
