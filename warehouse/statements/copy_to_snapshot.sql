COPY FROM DATABASE $source TO unfinished_snapshot (SCHEMA);
