"""Reading the questions and answers of a document, where it is a questionnaire or a reply to one."""

from collections.abc import Mapping, Sequence

from extractors.document import Document, Passage
from extractors.questionnaire.answer import Answer
from extractors.questionnaire.columns import Columns, find_columns, read_columns
from extractors.questionnaire.emphasis import Styled, choose_by_look
from extractors.questionnaire.entry import Entry, Place, as_parts
from extractors.questionnaire.evidence import is_evident
from extractors.questionnaire.lines import lines_of
from extractors.questionnaire.running import read_lines


def read_answers(document: Document, styled: Styled = tuple) -> tuple[Answer, ...]:
    """Return the questions of a document in their order, each with its answer, or with the kind `empty`.

    A document that is no questionnaire has none: what is not labelled as question or answer counts only where the
    document names itself a questionnaire or a reply to one. `styled` reads the looks of the document's words; it is
    asked only where a yes or no is told by nothing else.
    """
    evident = is_evident(document.header.title, document.passages)
    places = _places(document.passages)
    entries: list[Entry] = []
    read: set[int] = set()
    before: Columns | None = None
    for table in document.tables:
        columns = find_columns(table, before, evident=evident)
        rows = read_columns(table, columns, places.get(table.index, {})) if columns is not None else []
        if rows:
            entries += as_parts(rows)
            read.add(table.index)
            before = columns
        elif table.rows > 1:
            before = None
    tables = {table.index: table for table in document.tables}
    lines = lines_of(document.passages, tables, frozenset(read))
    entries += as_parts(read_lines(lines, evident=evident))
    entries.sort(key=lambda entry: min((paragraph for _, paragraph in entry.question_places), default=0))
    choose_by_look(entries, styled)
    return tuple(entry.finish() for entry in entries)


def _places(passages: Sequence[Passage]) -> Mapping[int, Mapping[int, list[Place]]]:
    found: dict[int, dict[int, list[Place]]] = {}
    for passage in passages:
        if passage.table is not None and passage.row is not None:
            found.setdefault(passage.table, {}).setdefault(passage.row, []).append((passage.id, passage.paragraph))
    return found
