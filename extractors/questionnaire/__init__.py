"""Questions and their answers, out of the tables and lists of a questionnaire."""
