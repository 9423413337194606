INSERT INTO raw.runs (started_at, program_version, process)
VALUES (now(), $program_version, $process)
RETURNING id;
