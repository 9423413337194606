-- The numbers of the next segment and passage.
SELECT coalesce(max(segment), 0) + 1, coalesce(max(first + passages), 1) FROM raw.search_documents;
