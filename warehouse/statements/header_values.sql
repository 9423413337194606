SELECT field, value FROM headers WHERE document = $document;
