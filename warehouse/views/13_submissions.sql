-- Grain: one row per file as somebody dropped it.
CREATE VIEW submissions AS
SELECT id, name, sha256, size, received_at, taken_at, finished_at, outcome, reason, program, duplicate_of, run_id
FROM raw.submissions;
COMMENT ON VIEW submissions IS 'One file as somebody dropped it; the same bytes dropped twice are two submissions and one document.';
COMMENT ON COLUMN submissions.id IS 'Number of the submission.';
COMMENT ON COLUMN submissions.name IS 'File name as dropped.';
COMMENT ON COLUMN submissions.sha256 IS 'Hash of its bytes: the key of its document.';
COMMENT ON COLUMN submissions.size IS 'Bytes.';
COMMENT ON COLUMN submissions.received_at IS 'When the file came into the inbox.';
COMMENT ON COLUMN submissions.taken_at IS 'When the program took it from there.';
COMMENT ON COLUMN submissions.finished_at IS 'When its outcome was settled; empty while it is open.';
COMMENT ON COLUMN submissions.outcome IS 'loaded, duplicate, waiting or quarantined; empty while it is open.';
COMMENT ON COLUMN submissions.reason IS 'What happened and what to do, in plain words.';
COMMENT ON COLUMN submissions.program IS 'The optional program that it waits for.';
COMMENT ON COLUMN submissions.duplicate_of IS 'The earlier submission of the same bytes, where the outcome is duplicate.';
COMMENT ON COLUMN submissions.run_id IS 'The run that took it, or took it up again.';
