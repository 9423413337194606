"""Which documents are one: language versions, revisions, addenda and copies."""
