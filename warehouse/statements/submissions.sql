SELECT
    id, name, sha256, size, received_at, taken_at, finished_at, outcome, reason, program, duplicate_of, run_id
FROM raw.submissions
WHERE ($outcome IS NULL OR outcome = $outcome) AND ($run_id IS NULL OR run_id = $run_id)
    AND ($is_open IS NULL OR (outcome IS NULL) = $is_open)
ORDER BY id;
