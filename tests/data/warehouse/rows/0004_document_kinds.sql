-- What the reader came to tell of a document, and a doubt.
UPDATE raw.documents SET kind = 'contribution', kind_reason = 'It says so.' WHERE pages = 2;
UPDATE raw.headers SET action = 'information', status = 'revision' WHERE symbol IS NOT NULL;
UPDATE raw.sources SET region = 'AFR', category = 'member_state' WHERE iso3 = 'KEN';
INSERT INTO raw.header_doubts VALUES (
    repeat('a', 64), 1, 'symbol', 'Two numbers.', 'CWG-COP-19/5-E', 1, {'start': 0, 'end': 14}
);
