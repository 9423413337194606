-- One row per submission, with the numbers of its document as it counts and as it was read.
SELECT s.id, s.name, s.sha256, s.outcome::VARCHAR, h.document IS NOT NULL AS loaded, h.symbol, r.symbol AS read_symbol
FROM raw.submissions AS s
LEFT JOIN headers_in_force AS h ON h.document = s.sha256
LEFT JOIN raw.headers AS r ON r.document = s.sha256
ORDER BY s.id;
