-- Those of the documents that have questions now, or had some before.
SELECT document FROM raw.questionnaire_answers WHERE document IN (SELECT unnest($keys::VARCHAR[]))
UNION
SELECT document FROM raw.questionnaire_replies WHERE document IN (SELECT unnest($keys::VARCHAR[]));
