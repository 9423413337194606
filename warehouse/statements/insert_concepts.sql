INSERT INTO raw.concepts BY NAME SELECT * FROM incoming_rows;
