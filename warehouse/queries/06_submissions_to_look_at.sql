-- Which submissions wait or could not be read, and what is to be done?
SELECT name, outcome, reason, received_at
FROM submissions
WHERE outcome IN ('waiting', 'quarantined')
ORDER BY outcome, name;
