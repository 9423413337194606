-- Without RETURNING: DuckDB would else do the update by delete and insert, which the foreign keys forbid.
UPDATE raw.submissions
SET
    outcome = $outcome,
    finished_at = now(),
    reason = $reason,
    program = $program,
    duplicate_of = CASE WHEN $outcome = 'duplicate' THEN (
        SELECT min(earlier.id)
        FROM raw.submissions AS earlier
        WHERE earlier.sha256 = submissions.sha256 AND earlier.id < submissions.id
    ) END
WHERE id = $id;
