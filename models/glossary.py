"""The interlingual glossary: concepts of the field with their expressions in the six languages."""

from collections.abc import Iterator
from importlib import resources

COLUMNS = ("en", "fr", "es", "ru", "ar", "zh")
"""The languages in the order of the tables' columns; the concept's id stands before them."""
_TABLES = ("concepts_institution.tsv", "concepts_risk.tsv", "concepts_more.tsv", "expressions_more.tsv")


def glossary(language: str) -> Iterator[tuple[str, str]]:
    """Yield the concept and the text of each expression of a language."""
    column = COLUMNS.index(language) + 1
    for table in glossary_tables():
        for line in table.decode("utf-8").splitlines():
            cells = line.split("\t")
            for expression in cells[column].split("|"):
                if expression.strip():
                    yield cells[0], expression.strip()


def glossary_tables() -> Iterator[bytes]:
    """Yield the content of each table."""
    for table in _TABLES:
        yield resources.files("models").joinpath("lexicon", table).read_bytes()
