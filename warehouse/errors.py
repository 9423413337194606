"""The errors of the warehouse."""

from extractors.errors import RapporteurError


class WarehouseError(RapporteurError):
    """A warehouse file that cannot be opened or written, with what to do about it."""


class QueryError(WarehouseError):
    """A question that cannot be answered as it was asked, with what is wrong in it."""
