INSERT INTO unfinished_snapshot.$table SELECT * FROM $source.$table $order;
