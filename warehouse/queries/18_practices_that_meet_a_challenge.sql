-- Whose good practice meets whose challenge, on the same risk?
-- A list to begin a conversation with: rank 1 shares most with the challenge.
SELECT
    risk_name AS risk, challenge_country, challenge_symbol, challenge_paragraph, challenge_quote, practice_countries,
    practice_symbol, practice_paragraph, practice_quote, challenge_trusted AND practice_trusted AS trusted
FROM synergies
WHERE rank = 1
ORDER BY trusted DESC, risk, challenge_country
LIMIT 1000;
