SELECT document, other, score FROM raw.questionnaire_pairs WHERE same;
