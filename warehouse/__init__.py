"""From Documents and labels to tables that analysts query."""
