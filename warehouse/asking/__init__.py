"""Questions to a published snapshot, answered in a process of their own that can only read it."""
