"""What a warehouse says of itself: its tables, views and macros with their columns, keys and comments."""

from dataclasses import dataclass, field

import duckdb

from warehouse.sql import statement


@dataclass(frozen=True, slots=True)
class Column:
    """A column as the catalog has it."""

    name: str
    type: str
    comment: str


@dataclass(frozen=True, slots=True)
class Relation:
    """A table or view with its columns; keys are of tables only."""

    schema: str
    name: str
    comment: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()
    required: frozenset[str] = frozenset()
    """Columns that are never empty."""
    parents: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """The tables that it names by a foreign key, with the columns that do."""


@dataclass(frozen=True, slots=True)
class Macro:
    """A macro with its parameters; a table macro has columns, where it answers without an argument."""

    name: str
    parameters: tuple[str, ...]
    comment: str
    columns: tuple[str, ...] | None
    """None for a macro that gives a value and no table."""


@dataclass(frozen=True, slots=True)
class Catalog:
    """All of it."""

    tables: dict[str, Relation] = field(default_factory=dict)
    views: dict[str, Relation] = field(default_factory=dict)
    macros: dict[str, Macro] = field(default_factory=dict)


def read_catalog(connection: duckdb.DuckDBPyConnection) -> Catalog:
    """Read the catalog of an open warehouse, in the order of the names."""
    columns: dict[tuple[str, str], list[Column]] = {}
    for schema, name, column, kind, comment in connection.execute(statement("dictionary_columns")).fetchall():
        columns.setdefault((schema, name), []).append(Column(column, kind, comment or ""))
    keys, required, parents = _constraints(connection)
    catalog = Catalog()
    for schema, name, kind, comment in connection.execute(statement("dictionary_relations")).fetchall():
        its = tuple(columns[schema, name])
        if kind == "view":
            catalog.views[name] = Relation(schema, name, comment or "", its)
        else:
            catalog.tables[name] = Relation(
                schema, name, comment or "", its, keys.get(name, ()), frozenset(required.get(name, ())),
                tuple(parents.get(name, ())),
            )  # fmt: skip
    for name, gives_table, parameters, comment in connection.execute(statement("dictionary_macros")).fetchall():
        gives = _columns_of(connection, name, len(parameters)) if gives_table else None
        catalog.macros[name] = Macro(name, tuple(parameters), comment or "", gives)
    return catalog


def _constraints(
    connection: duckdb.DuckDBPyConnection,
) -> tuple[dict[str, tuple[str, ...]], dict[str, list[str]], dict[str, list[tuple[str, tuple[str, ...]]]]]:
    keys: dict[str, tuple[str, ...]] = {}
    required: dict[str, list[str]] = {}
    parents: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for table, kind, columns, parent in connection.execute(statement("dictionary_keys")).fetchall():
        if kind == "PRIMARY KEY":
            keys[table] = tuple(columns)
        elif kind == "FOREIGN KEY":
            parents.setdefault(table, []).append((parent, tuple(columns)))
        else:
            required.setdefault(table, []).extend(columns)
    return keys, required, parents


def _columns_of(connection: duckdb.DuckDBPyConnection, macro: str, arguments: int) -> tuple[str, ...]:
    nothing = ", ".join(["NULL"] * arguments)
    asked = statement("dictionary_macro_columns").replace("$macro", f'"{macro}"').replace("$arguments", nothing)
    return tuple(row[0] for row in connection.execute(asked).fetchall())
