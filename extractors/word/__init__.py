"""Word files as they really are: tracked changes, numbering, tables, notes and all."""
