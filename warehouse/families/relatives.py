"""What else there is of a document: its language versions, revisions, addenda and copies."""

from dataclasses import dataclass

import duckdb

from warehouse.families.versions import Role
from warehouse.sql import statement


@dataclass(frozen=True, slots=True)
class Relative:
    """Another document of a family; `name` is its symbol, or else its title."""

    name: str
    language: str
    role: Role
    in_force: bool


@dataclass(frozen=True, slots=True)
class Place:
    """A document's place in its family."""

    role: Role
    in_force: bool
    relatives: tuple[Relative, ...]
    """The one that speaks for the family first."""


def place(connection: duckdb.DuckDBPyConnection, document: str) -> Place | None:
    """Return the place of a document in its family, or None where the warehouse does not hold it."""
    values = {"document": document}
    own = connection.execute(statement("family_place"), values).fetchall()
    if not own:
        return None
    rows = connection.execute(statement("relatives"), values).fetchall()
    others = tuple(Relative(name, language, Role(role), in_force) for name, language, role, in_force in rows)
    return Place(Role(own[0][0]), own[0][1], others)
