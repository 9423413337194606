DELETE FROM raw.search_postings WHERE segment IN (SELECT unnest($segments::UINTEGER[]));
