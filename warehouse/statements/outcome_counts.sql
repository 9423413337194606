SELECT outcome::VARCHAR, count(*)
FROM raw.submissions
WHERE outcome IS NOT NULL AND ($run_id IS NULL OR run_id = $run_id)
GROUP BY outcome;
