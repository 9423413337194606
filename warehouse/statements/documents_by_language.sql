SELECT language, language, documents FROM documents_by_language ORDER BY documents DESC, language;
