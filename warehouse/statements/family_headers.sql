-- One row per document of $scope: what its header in force says that its family may depend on.
SELECT
    h.document, h.symbol,
    if(h.decided['symbol'] IS NULL, coalesce(p.confidence, 1), 1) AS confidence,
    h.language, h.original_languages AS originals, h.document_date, h.meeting_date, d.media_type,
    coalesce(s.sources, []) AS sources
FROM headers_in_force AS h
JOIN raw.documents AS d ON d.sha256 = h.document
LEFT JOIN (
    SELECT document, max(confidence) AS confidence
    FROM raw.header_provenance
    WHERE field = 'symbol' AND document IN (SELECT document FROM $scope)
    GROUP BY document
) AS p ON p.document = h.document
LEFT JOIN (
    SELECT document, list({'name': name, 'iso3': iso3, 'organisation': organisation} ORDER BY position) AS sources
    FROM sources
    WHERE document IN (SELECT document FROM $scope)
    GROUP BY document
) AS s ON s.document = h.document
WHERE h.document IN (SELECT document FROM $scope)
