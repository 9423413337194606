"""The errors of the warehouse."""

from extractors.errors import RapporteurError


class WarehouseError(RapporteurError):
    """A warehouse file that cannot be opened or written, with what to do about it."""
