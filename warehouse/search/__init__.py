"""The index by which passages are found."""
