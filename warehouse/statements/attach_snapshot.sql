ATTACH $path AS unfinished_snapshot;
