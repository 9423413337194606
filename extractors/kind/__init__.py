"""What kind of document a document is, and why."""
