"""Corrections by people: what they say of a document, checked and kept."""
