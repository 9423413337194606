-- Without RETURNING: DuckDB would else do the update by delete and insert, which the foreign keys forbid.
UPDATE raw.submissions
SET outcome = NULL, finished_at = NULL, reason = NULL, program = NULL, duplicate_of = NULL, run_id = $run_id
WHERE id = $id;
