"""From a Document to its labels, each with a score and the words that earned it."""
