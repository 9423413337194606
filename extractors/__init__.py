"""From a file to a Document: its text, its structure and what its first page says of it."""
