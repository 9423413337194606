INSERT INTO raw.header_decisions (document, field, value, follows, decided_by, decided_at, why)
VALUES ($document, $field, $value, $follows, $by, now(), $why)
RETURNING id;
