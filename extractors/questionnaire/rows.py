"""The questions of a table whose columns are known, row by row."""

from collections.abc import Mapping, Sequence

from extractors.document import Cell, Table
from extractors.questionnaire.columns import Columns
from extractors.questionnaire.entry import Entry, Place, asks, is_instruction, open_entry, tidy, without_prompt
from extractors.questionnaire.numbers import key_of, split_number
from extractors.questionnaire.options import Option
from extractors.questionnaire.vocabulary import vocabulary

Places = Mapping[int, Sequence[Place]]
"""The passages of a table's rows."""


def read_columns(table: Table, columns: Columns, places: Places) -> list[Entry]:
    """Read the questions of a table row by row."""
    entries: list[Entry] = []
    numbered = _is_numbered(table, columns)
    awaits = False
    for row in range(columns.first, table.rows):
        cells = {cell.column: cell for cell in table.cells if cell.row == row}
        if _named_row(cells):
            continue
        here = list(places.get(row, ()))
        whole = _whole(cells, table)
        if whole is not None:
            awaits = _read_whole(entries, whole, here, awaits=awaits)
            continue
        entry = _read_row(cells, columns, here, entries, numbered=numbered)
        awaits = False
        if entry is not None:
            entries.append(entry)
    return entries


def _named_row(cells: Mapping[int, Cell]) -> bool:
    """Tell whether a row repeats the columns' names, as at the top of a page."""
    words = vocabulary()
    texts = [tidy(cell.text) for cell in cells.values() if tidy(cell.text)]
    return (
        len(texts) > 1
        and any(words.question_column.fullmatch(text) for text in texts)
        and any(words.answer_column.fullmatch(text) or words.yes.fullmatch(text) for text in texts)
    )


def _whole(cells: Mapping[int, Cell], table: Table) -> str | None:
    if len(cells) != 1:
        return None
    (cell,) = cells.values()
    return cell.text if cell.column_span >= table.columns else None


def _read_whole(entries: list[Entry], text: str, places: list[Place], *, awaits: bool) -> bool:
    """Read a row of one cell: a question above its answer, that answer, or the name of a part."""
    words = vocabulary()
    label = words.answer_line.match(text)
    if entries and (label or awaits):
        entries[-1].add(label["rest"] if label else text, places)
        return False
    number, rest = split_number(text)
    if number is not None and key_of(number) is not None and asks(rest) and not words.section.match(text):
        entries.append(open_entry(text, None, places))
        return not entries[-1].lines
    return False


def _read_row(
    cells: Mapping[int, Cell], columns: Columns, places: list[Place], entries: list[Entry], *, numbered: bool
) -> Entry | None:
    text = _text(cells, columns.question)
    answer = [_text(cells, column) for column in (*columns.answers, *columns.comments)]
    ticks = [Option(name, _is_ticked(_text(cells, at))) for at, name in columns.ticks]
    number = _text(cells, columns.number) if columns.number is not None else ""
    if not text and not number:
        if entries:
            for each in answer:
                entries[-1].add(each, places)
        return None
    if not text:
        return None
    entry = open_entry(text, number or None, places)
    if not any(answer) and not any(option.ticked for option in ticks) and not entry.lines:
        is_heading = entry.number is None and not asks(entry.text) and numbered
        if is_heading or (entry.number is None and is_instruction(text)):
            return None
    for each in answer:
        for line in each.split("\n"):
            entry.add(without_prompt(line) if is_instruction(line) else line, places)
    entry.columns += ticks
    if entry.lines:
        entry.answer_places = list(places)
    return entry


def _is_ticked(text: str) -> bool:
    words = vocabulary()
    box = words.box.fullmatch(text.strip())
    return box["ticked"] is not None if box else bool(words.cross.fullmatch(text))


def _text(cells: Mapping[int, Cell], column: int) -> str:
    cell = cells.get(column)
    return tidy(cell.text) if cell is not None else ""


def _is_numbered(table: Table, columns: Columns) -> bool:
    column = columns.question if columns.number is None else columns.number
    texts = [cell.text for cell in table.cells if cell.column == column and cell.row >= columns.first]
    filled = [text for text in texts if text.strip()]
    return sum(split_number(text)[0] is not None for text in filled) * 2 >= len(filled)
