-- A label that counts without review.
INSERT INTO raw.trusted_labels VALUES ('rules-1', 'en', 'risk', 'grooming');
