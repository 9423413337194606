"""The errors of classification."""

from extractors.errors import RapporteurError


class ClassificationError(RapporteurError):
    """A taxonomy, model or passage that cannot be used, with the file and line where that is known."""
