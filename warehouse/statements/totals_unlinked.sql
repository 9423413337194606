-- For a file of before families: documents are counted.
SELECT count(*) AS contents, count(*) AS documents, coalesce(sum(passages), 0)::BIGINT AS passages FROM raw.documents;
