SELECT id, started_at, finished_at, state, program_version, process, loaded, duplicates, waiting, quarantined
FROM raw.runs
ORDER BY id DESC
LIMIT 1;
