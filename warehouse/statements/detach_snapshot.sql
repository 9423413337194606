DETACH unfinished_snapshot;
