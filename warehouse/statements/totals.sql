-- Families are counted, with the passages of what is in force of each; contents are all documents behind them.
SELECT (SELECT count(*) FROM raw.documents) AS contents, count(*) AS documents, coalesce(sum(passages), 0)::BIGINT AS passages
FROM families;
