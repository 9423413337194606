"""Cells of a CSV file that a spreadsheet program opens: text stays text, and comes back as it was."""

from warehouse.cells import FORMULA

_MARK = "'"


def to_cell(text: str) -> str:
    """Put an apostrophe before what could run as a formula, so that it is shown and not run."""
    return _MARK + text if FORMULA.match(text) else text


def from_cell(cell: str) -> str:
    """Give the text of a cell: without the apostrophe that `to_cell` put before it."""
    return cell[1:] if cell.startswith(_MARK) and FORMULA.match(cell) else cell
