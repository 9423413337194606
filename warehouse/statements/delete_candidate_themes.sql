DELETE FROM raw.candidate_themes
