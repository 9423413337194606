"""What the first page says of a document, and where it says so."""
