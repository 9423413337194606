INSERT INTO raw.$table BY NAME SELECT * FROM incoming_rows;
