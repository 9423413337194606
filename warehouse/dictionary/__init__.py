"""The data dictionary: what every table, view, macro and column holds, written from the database itself."""
