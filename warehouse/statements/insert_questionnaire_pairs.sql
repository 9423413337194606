-- Pairs of an asked reply with all others of the forms that are like its own, each pair once.
INSERT INTO raw.questionnaire_pairs BY NAME
SELECT
    least(a.document, b.document) AS document, greatest(a.document, b.document) AS other,
    l.score, l.same, l.reason
FROM incoming_rows AS l
JOIN raw.questionnaire_heads AS a ON a.form = l.form
JOIN raw.questionnaire_heads AS b ON b.form = l.other
WHERE a.document IN (SELECT document FROM asked_documents) AND a.document <> b.document
    AND (a.document < b.document OR b.document NOT IN (SELECT document FROM asked_documents));
