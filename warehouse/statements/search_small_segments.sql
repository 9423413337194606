SELECT segment, count(*) FROM raw.search_documents GROUP BY segment HAVING count(*) < $small ORDER BY segment;
