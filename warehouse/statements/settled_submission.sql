-- The submission of this very drop that an earlier run settled before it was killed, and could not take out of the inbox.
SELECT id
FROM raw.submissions
WHERE outcome IS NOT NULL AND name = $name AND sha256 = $sha256 AND received_at = $received_at
ORDER BY id
LIMIT 1;
