SELECT base
FROM raw.family_identities
WHERE base IN (
    SELECT base FROM raw.family_identities WHERE document IN (SELECT document FROM asked_documents)
)
GROUP BY base
HAVING count(*) > $crowd;
