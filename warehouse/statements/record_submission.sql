INSERT INTO raw.submissions (name, sha256, size, received_at, taken_at, run_id)
VALUES ($name, $sha256, $size, $received_at, now(), $run_id)
RETURNING id;
