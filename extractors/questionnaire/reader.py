"""Reading the questions and answers of a document, where it is a questionnaire or a reply to one."""

from collections.abc import Mapping, Sequence

from extractors.document import Document, Passage, Table
from extractors.questionnaire.answer import Answer
from extractors.questionnaire.columns import Columns, find_columns
from extractors.questionnaire.emphasis import Styled, choose_by_look
from extractors.questionnaire.entry import Entry, Place, as_parts
from extractors.questionnaire.evidence import evidence
from extractors.questionnaire.lines import ASIDE, lines_of
from extractors.questionnaire.rows import read_columns
from extractors.questionnaire.running import read_lines


def read_answers(document: Document, styled: Styled = tuple) -> tuple[Answer, ...]:
    """Return the questions of a document in their order, each with its answer, or with the kind `empty`.

    A document that is no questionnaire has none: what is not labelled as question or answer counts only where the
    document names itself a questionnaire or a reply to one. `styled` reads the looks of the document's words; it is
    asked only where a yes or no is told by nothing else.
    """
    known = evidence(document.header.title, document.passages)
    places = _places(document.passages)
    entries: list[Entry] = []
    read: set[int] = set()
    before: Columns | None = None
    for table in document.tables:
        if not _adjoins(table, document.passages, places):
            before = None
        columns = find_columns(table, before, evident=bool(known))
        rows = read_columns(table, columns, places.get(table.index, {})) if columns is not None else []
        if rows:
            entries += as_parts(rows)
            read.add(table.index)
        before = columns if rows else None
    tables = {table.index: table for table in document.tables}
    lines = lines_of(document.passages, tables, frozenset(read))
    entries += as_parts(read_lines(lines, known))
    entries.sort(key=lambda entry: min((paragraph for _, paragraph in entry.question_places), default=0))
    choose_by_look(entries, styled)
    return tuple(entry.finish() for entry in entries)


def _adjoins(table: Table, passages: Sequence[Passage], places: Mapping[int, Mapping[int, list[Place]]]) -> bool:
    """Tell whether nothing but notes and captions stands between a table and the one before it."""
    above = max((at for _, at in _all(places.get(table.index - 1, {}))), default=None)
    below = min((at for _, at in _all(places.get(table.index, {}))), default=None)
    if above is None or below is None:
        return False
    return all(passage.kind in ASIDE for passage in passages[above : below - 1])


def _all(rows: Mapping[int, list[Place]]) -> list[Place]:
    return [place for row in rows.values() for place in row]


def _places(passages: Sequence[Passage]) -> Mapping[int, Mapping[int, list[Place]]]:
    found: dict[int, dict[int, list[Place]]] = {}
    for passage in passages:
        if passage.table is not None and passage.row is not None:
            found.setdefault(passage.table, {}).setdefault(passage.row, []).append((passage.id, passage.paragraph))
    return found
