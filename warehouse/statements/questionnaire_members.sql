SELECT document, questionnaire FROM raw.questionnaire_replies;
