"""Entity diagrams in Mermaid's notation, which forges draw from the text of a page."""

from collections.abc import Iterator, Sequence

from warehouse.dictionary.catalog import Catalog, Relation

Reference = tuple[str, tuple[str, ...], str]
"""A table, the columns by which it names a row of another, and that one."""


def diagram(catalog: Catalog, tables: Sequence[str], references: Sequence[Reference]) -> str:
    """Draw tables with their keys, and the lines between them: foreign keys, and references that have none.

    A dotted line is a reference without a foreign key, which the loader sees to.
    """
    shown = [catalog.tables[name] for name in tables if name in catalog.tables]
    names = {one.name for one in shown}
    lines = [line for one in shown for line in _lines_of(one, names, references)]
    return "\n".join(["```mermaid", "erDiagram", *(f"    {line}" for line in (*_entities(shown), *lines)), "```"])


def _entities(shown: Sequence[Relation]) -> Iterator[str]:
    for one in shown:
        named = {column for _, columns in one.parents for column in columns}
        drawn = [column for column in one.columns if column.name in named or column.name in one.key]
        yield f"{one.name} {{" if drawn else one.name
        for column in drawn:
            marks = [*["PK"] * (column.name in one.key), *["FK"] * (column.name in named)]
            yield f"    {_type(column.type)} {column.name} {', '.join(marks)}"
        if drawn:
            yield "}"


def _lines_of(one: Relation, names: set[str], references: Sequence[Reference]) -> Iterator[str]:
    for parent, columns in one.parents:
        if parent in names:
            yield _line(one, columns, parent, "--")
    for table, columns, parent in references:
        if table == one.name and parent in names and (parent, columns) not in one.parents:
            yield _line(one, columns, parent, "..")


def _line(one: Relation, columns: tuple[str, ...], parent: str, stroke: str) -> str:
    many = "o|" if set(one.key) == set(columns) else "o{"
    return f'{parent} ||{stroke}{many} {one.name} : "{", ".join(columns)}"'


def _type(name: str) -> str:
    return name.split("(", 1)[0].replace(" ", "_")
