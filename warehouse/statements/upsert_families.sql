INSERT INTO raw.families BY NAME
SELECT * FROM incoming_rows
ON CONFLICT (id) DO UPDATE SET symbol = excluded.symbol, lead = excluded.lead, members = excluded.members;
