-- What documents were linked by, as long as it was kept as a hash.
INSERT INTO raw.family_identities VALUES (repeat('a', 64), 'hash', 'CWG-COP-19/4', 'KEN 2024-12-01');
