-- One reply of each form, an asked one where there is one.
SELECT document, form, language, document_date, symbol, title, citations
FROM raw.questionnaire_heads
QUALIFY row_number() OVER (
    PARTITION BY form ORDER BY document NOT IN (SELECT document FROM asked_documents), document
) = 1;
