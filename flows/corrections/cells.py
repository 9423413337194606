"""Cells of a CSV file that a spreadsheet program opens: text stays text, and comes back as it was."""

import re

_FORMULA = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")
"""How a cell begins that a spreadsheet program could run, with the apostrophes that a text may have had before."""
_MARK = "'"


def to_cell(text: str) -> str:
    """Put an apostrophe before what could run as a formula, so that it is shown and not run."""
    return _MARK + text if _FORMULA.match(text) else text


def from_cell(cell: str) -> str:
    """Give the text of a cell: without the apostrophe that `to_cell` put before it."""
    return cell[1:] if cell.startswith(_MARK) and _FORMULA.match(cell) else cell
