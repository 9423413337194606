"""Tables with a column of questions and one of answers."""

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.document import Cell, Table
from extractors.questionnaire.entry import (
    asks,
    has_mark,
    tidy,
)
from extractors.questionnaire.numbers import split_number
from extractors.questionnaire.vocabulary import Vocabulary, rules, vocabulary


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column holds what; `first` is the row below the columns' names."""

    question: int
    answers: tuple[int, ...]
    number: int | None = None
    comments: tuple[int, ...] = ()
    ticks: tuple[tuple[int, str], ...] = ()
    """Columns of options, with their names, in which a cross is set."""
    first: int = 0


def find_columns(table: Table, before: Columns | None, *, evident: bool) -> Columns | None:
    """Find the columns of questions and answers, or None where the table has none.

    `before` are those of the table before, which a table without names may continue; `evident` says that the document
    is known to be a questionnaire.
    """
    for row in range(min(rules().heading_rows, table.rows)):
        named = _named(table, row, evident=evident)
        if named is not None:
            return named
    if before is not None and _continues(table, before):
        return Columns(before.question, before.answers, before.number, before.comments, before.ticks)
    return _unnamed(table) if evident else None


def _named(table: Table, row: int, *, evident: bool) -> Columns | None:
    words = vocabulary()
    cells = [cell for cell in table.cells if cell.row == row and tidy(cell.text)]
    short = [cell for cell in cells if len(cell.text.split()) <= rules().label_words]
    question = next((cell for cell in short if words.question_column.fullmatch(tidy(cell.text))), None)
    answers = [cell for cell in short if words.answer_column.fullmatch(tidy(cell.text))]
    ticks = _tick_columns(table, row, short, words)
    comments = tuple(cell.column for cell in short if words.comment_column.fullmatch(tidy(cell.text)))
    number = next((cell.column for cell in short if words.number_column.fullmatch(tidy(cell.text))), None)
    if question is None and (answers or ticks):
        taken = [*(cell.column for cell in answers), *(at for at, _ in ticks)]
        question = _beside(table, row, taken, number, evident=evident)
    if question is None:
        return None
    at = question.column
    if not answers and not ticks:
        ticks = _scale(table, row, at)
    if question.column_span == 2 and number is None and _numbers_in(table, at, row + 1):
        number, at = at, at + 1
    if answers or ticks:
        return Columns(at, tuple(cell.column for cell in answers), number, comments, ticks, row + 1)
    if any(words.answer_column.fullmatch(tidy(cell.text)) for cell in table.cells if cell.column == question.column):
        return None
    others = [column for column in range(at + question.column_span, table.columns) if column not in comments]
    if len(others) == 1 and evident:
        return Columns(at, (others[0],), number, comments, (), row + 1)
    return Columns(at, comments, number, (), (), row + 1) if comments and not others and evident else None


def _beside(table: Table, row: int, taken: Sequence[int], number: int | None, *, evident: bool) -> Cell | None:
    """The column before those of the answers, where most of its rows ask."""
    at = next((column for column in range(min(taken) - 1, -1, -1) if column != number), None)
    if at is None or not _asking_rows(table, at, row + 1, marked=not evident):
        return None
    return Cell(row, at, "")


def _tick_columns(table: Table, row: int, cells: Sequence[Cell], words: Vocabulary) -> tuple[tuple[int, str], ...]:
    # Yes and no as columns of their own, below which stands a cross or nothing.
    known = (words.yes, words.no, words.neither)
    found = [cell for cell in cells if any(pattern.fullmatch(tidy(cell.text)) for pattern in known)]
    has = [any(pattern.fullmatch(tidy(cell.text)) for cell in found) for pattern in known[:2]]
    if not all(has):
        return ()
    below = [cell.text for cell in table.cells if cell.row > row and cell.column in {each.column for each in found}]
    if any(len(text.split()) > 1 or not _is_mark(text) for text in below if text.strip()):
        return ()
    return tuple((cell.column, tidy(cell.text)) for cell in found)


def _scale(table: Table, row: int, question: int) -> tuple[tuple[int, str], ...]:
    """Find the degrees of a scale as columns: two or more that hold crosses and nothing else."""
    names = {cell.column: tidy(cell.text) for cell in table.cells if cell.row == row and cell.column > question}
    found = []
    for column, name in sorted(names.items()):
        below = [cell.text for cell in table.cells if cell.row > row and cell.column == column and cell.text.strip()]
        if name and all(_is_mark(text) for text in below):
            found.append((column, name))
    crossed = any(_is_mark(cell.text) for cell in table.cells if cell.row > row and cell.column in dict(found))
    return tuple(found) if len(found) > 1 and crossed else ()


def _is_mark(text: str) -> bool:
    words = vocabulary()
    return bool(words.cross.fullmatch(text) or words.box.fullmatch(text.strip()))


def _unnamed(table: Table) -> Columns | None:
    if table.columns not in {2, 3}:
        return None
    number = 0 if table.columns == 3 and _numbers_in(table, 0, 0) else None
    question = 0 if number is None else 1
    if not _asking_rows(table, question, 0):
        return None
    answers = [cell.text for cell in table.cells if cell.column == question + 1 and cell.text.strip()]
    if sum(has_mark(text) for text in answers) > (1 - rules().least_asking_rows) * len(answers):
        return None
    return Columns(question, tuple(range(question + 1, table.columns)), number)


def _asking_rows(table: Table, column: int, first: int, *, marked: bool = False) -> bool:
    """Tell whether most rows ask; `marked`: with a question mark."""
    texts = [cell.text for cell in table.cells if cell.column == column and cell.row >= first and tidy(cell.text)]
    texts = [split_number(text)[1] for text in texts]
    asking = sum(has_mark(text) if marked else asks(text) for text in texts)
    return asking >= rules().least_questions and asking >= rules().least_asking_rows * len(texts)


def _continues(table: Table, before: Columns) -> bool:
    last = max((before.question, *before.answers, *before.comments, *(at for at, _ in before.ticks)))
    if table.columns != last + 1:
        return False
    column = before.question if before.number is None else before.number
    texts = [cell.text for cell in table.cells if cell.column == column and tidy(cell.text)]
    fitting = sum(split_number(text)[0] is not None or asks(text) for text in texts)
    return not texts or fitting >= rules().least_asking_rows * len(texts)


def _numbers_in(table: Table, column: int, first: int) -> bool:
    texts = [tidy(cell.text) for cell in table.cells if cell.column == column and cell.row >= first]
    filled = [text for text in texts if text]
    return bool(filled) and all(split_number(text)[0] and not split_number(text)[1] for text in filled)
