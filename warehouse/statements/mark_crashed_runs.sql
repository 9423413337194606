-- Only one process writes the warehouse, so a run that still counts as running when another starts has crashed.
UPDATE raw.runs SET state = 'crashed', finished_at = now() WHERE state = 'running';
