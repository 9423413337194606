SELECT base
FROM raw.family_identities
WHERE base_hash IN (SELECT key FROM asked_keys WHERE kind = 'symbol')
GROUP BY base
HAVING count(*) > $crowd;
