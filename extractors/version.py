"""The version of the extractors, stored with each document so that a change can be told from an older reading."""

EXTRACTOR_VERSION = "3"
"""Goes up by one with every change that gives other text, structure or header fields for some file."""
