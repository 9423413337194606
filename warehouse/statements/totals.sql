SELECT count(*), coalesce(sum(passages), 0)::BIGINT FROM raw.documents;
