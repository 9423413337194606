"""A document's text as lines, outside the tables that have been read already."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from extractors.document import Cell, Passage, PassageKind, Table
from extractors.questionnaire.entry import Place, asks
from extractors.questionnaire.numbers import Key, key_of, split_number
from extractors.questionnaire.vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class Line:
    """One line, with the number that it begins with."""

    text: str
    number: str | None
    kind: PassageKind
    depth: int
    """How many headings it stands under."""
    places: tuple[Place, ...]
    table: int | None = None

    @property
    def key(self) -> Key | None:
        """Give its number in a form that can be compared."""
        return key_of(self.number) if self.number else None

    @property
    def whole(self) -> str:
        """Give the line as printed."""
        return f"{self.number} {self.text}".strip() if self.number else self.text


_MOSTLY = 0.8
"""Share of the rows of a table that must be of text in boxes."""
ASIDE = frozenset({PassageKind.FOOTNOTE, PassageKind.ENDNOTE, PassageKind.CAPTION})
"""Kinds of passages that are neither question nor answer."""


def lines_of(passages: Sequence[Passage], tables: Mapping[int, Table], read: frozenset[int]) -> list[Line]:
    """Give the lines in reading order; `read` are the tables to leave out, notes and captions are left out too."""
    found: list[Line] = []
    done: set[int] = set()
    rows: dict[tuple[int, int], list[Place]] = {}
    for passage in passages:
        if passage.table is not None and passage.row is not None:
            rows.setdefault((passage.table, passage.row), []).append((passage.id, passage.paragraph))
    for passage in passages:
        if passage.kind in ASIDE:
            continue
        if passage.table is None:
            found += _of_passage(passage)
        elif passage.table not in done:
            done.add(passage.table)
            if passage.table not in read and passage.table in tables:
                table = tables[passage.table]
                places = {row: tuple(rows.get((table.index, row), ())) for row in range(table.rows)}
                found += _of_table(table, places, len(passage.heading_path))
    return found


def _of_passage(passage: Passage) -> Iterator[Line]:
    number = passage.number
    for text in vocabulary().seam.sub("\n", passage.text).split("\n"):
        if not text.strip():
            continue
        own, rest = (number, text.strip()) if number else _numbered(text)
        yield Line(rest, own, passage.kind, len(passage.heading_path), ((passage.id, passage.paragraph),))
        number = None


def _of_table(table: Table, places: Mapping[int, tuple[Place, ...]], depth: int) -> Iterator[Line]:
    single = _is_running(table)
    for row in range(table.rows):
        texts = [cell.text.strip() for cell in sorted(_row(table, row), key=lambda cell: cell.column)]
        texts = [text for text in texts if text]
        if not texts or not places[row]:
            continue
        number = None
        if len(texts) > 1 and single:
            number, texts = _leading(texts)
        for text in "\n".join(texts).split("\n") if single else ["; ".join(" ".join(t.split()) for t in texts)]:
            own, rest = (number, text) if number else _numbered(text)
            number = None
            if rest.strip() or own:
                yield Line(rest.strip(), own, PassageKind.TABLE_ROW, depth, places[row], table.index)


def _numbered(text: str) -> tuple[str | None, str]:
    number, rest = split_number(text.strip())
    return (number, rest) if rest else (None, text.strip())


def _row(table: Table, row: int) -> list[Cell]:
    return [cell for cell in table.cells if cell.row == row]


def _is_running(table: Table) -> bool:
    """Tell whether a table is text in boxes: one column, perhaps with one of numbers or labels before it."""
    words = vocabulary()
    filled = [(cell.column, cell.text.strip()) for cell in table.cells if cell.text.strip()]
    columns = {column for column, _ in filled}
    if len(columns) <= 1:
        return True
    if len(columns) > 2:
        return False
    first = [text for column, text in filled if column == min(columns)]
    labels = [
        text
        for text in first
        if (split_number(text)[0] and not split_number(text)[1])
        or (
            (match := words.question_line.fullmatch(text) or words.answer_line.fullmatch(text)) is not None
            and not match["rest"]
        )
    ]
    whole = [
        cell.text for cell in table.cells if cell.column_span == table.columns and asks(split_number(cell.text)[1])
    ]
    return len(labels) + len(whole) >= _MOSTLY * len(first)


def _leading(texts: list[str]) -> tuple[str | None, list[str]]:
    number, rest = split_number(texts[0])
    if number and not rest:
        return number, texts[1:]
    # A label before its text: `Question 3` | `Do you ...?`
    label = texts[0].rstrip(":： ")
    return None, [f"{label}: {texts[1]}", *texts[2:]]
