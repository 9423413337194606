-- The submission that an earlier run took but did not settle: the same file is not recorded twice.
SELECT id
FROM raw.submissions
WHERE outcome IS NULL AND run_id <> $run_id AND name = $name AND sha256 = $sha256
ORDER BY id
LIMIT 1;
