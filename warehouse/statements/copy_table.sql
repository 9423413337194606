DROP TABLE unfinished_snapshot.$table;
CREATE TABLE unfinished_snapshot.$table AS SELECT * FROM $source.$table $order;
