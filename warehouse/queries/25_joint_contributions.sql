-- Which contributions are joint, and whose?
SELECT symbol, title, meeting, list(delegation ORDER BY delegation) AS delegations
FROM contributions
GROUP BY family, symbol, title, meeting
HAVING count(DISTINCT delegation) > 1
ORDER BY len(delegations) DESC, symbol;
