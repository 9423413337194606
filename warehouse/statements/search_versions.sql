SELECT DISTINCT version FROM raw.search_documents;
