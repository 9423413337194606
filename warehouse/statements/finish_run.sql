-- Without RETURNING: DuckDB would else do the update by delete and insert, which the foreign keys forbid.
UPDATE raw.runs
SET
    state = $state,
    finished_at = now(),
    loaded = counts.loaded,
    duplicates = counts.duplicates,
    waiting = counts.waiting,
    quarantined = counts.quarantined
FROM (
    SELECT
        count(*) FILTER (outcome = 'loaded') AS loaded,
        count(*) FILTER (outcome = 'duplicate') AS duplicates,
        count(*) FILTER (outcome = 'waiting') AS waiting,
        count(*) FILTER (outcome = 'quarantined') AS quarantined
    FROM raw.submissions
    WHERE run_id = $id
) AS counts
WHERE id = $id;
