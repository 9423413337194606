CREATE TABLE main.$unfinished AS SELECT * FROM main.$view $order;
DROP VIEW main.$view;
ALTER TABLE main.$unfinished RENAME TO $view;
