INSERT INTO raw.failures (submission, run_id, stage, error_type, reason, failed_at)
VALUES ($submission, $run_id, $stage, $error_type, $reason, now());
