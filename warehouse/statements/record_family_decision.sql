INSERT INTO raw.family_decisions (action, document, other, decided_by, decided_at, why)
VALUES ($action, $document, $other, $by, now(), $why)
RETURNING id;
