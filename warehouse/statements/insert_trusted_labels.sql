INSERT INTO raw.trusted_labels BY NAME SELECT * FROM incoming_rows;
