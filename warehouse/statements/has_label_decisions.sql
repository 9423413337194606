SELECT true FROM raw.label_decisions LIMIT 1;
