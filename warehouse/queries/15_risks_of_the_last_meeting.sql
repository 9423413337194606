-- Which risks did the last meeting hear of most?
SELECT body, meeting, first_day, name AS risk, families, families_trusted, contributions, round(100 * share) AS percent
FROM risk_by_meeting
WHERE body = 'CWG-COP' AND first_day = (SELECT max(first_day) FROM meetings WHERE body = 'CWG-COP')
ORDER BY families DESC, risk;
