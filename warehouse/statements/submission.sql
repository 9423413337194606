SELECT
    id, name, sha256, size, received_at, taken_at, finished_at, outcome, reason, program, duplicate_of, run_id
FROM raw.submissions
WHERE id = $id;
