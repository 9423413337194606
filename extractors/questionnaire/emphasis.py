"""Yes or no as chosen by the look of the words: one of them bold, underlined, or the other struck out."""

from collections.abc import Callable, Iterable, Sequence

from extractors.questionnaire.entry import Entry, is_instruction
from extractors.questionnaire.kinds import offered_in
from extractors.questionnaire.options import Option
from extractors.questionnaire.vocabulary import vocabulary
from extractors.reading import Look, StyledLine

Styled = Callable[[], Iterable[StyledLine]]
"""Reads the looks of a document's words; asked only where a document leaves a choice to them."""
_CHOOSING = (Look.UNDERLINED, Look.MARKED, Look.BOLD)


def choose_by_look(entries: Sequence[Entry], styled: Styled) -> None:
    """Settle which of the words `Yes / No` was chosen, where nothing but their look says so.

    Nothing is settled where the file has more or fewer such lines than the entries: they could be mistaken.
    """
    open_entries = [entry for entry in entries if _offer(entry) and not entry.columns]
    if not open_entries:
        return
    lines = [(line, pair) for line in styled() if (pair := _pair(line)) is not None]
    if len(lines) > len(open_entries):
        lines = [(line, pair) for line, pair in lines if not is_instruction(line.text)]
    if len(lines) != len(open_entries):
        return
    for entry, (line, pair) in zip(open_entries, lines, strict=True):
        offered = _offer(entry)
        chosen = _chosen(line, pair)
        if chosen is not None and {label.casefold() for label, _, _ in pair} == {
            each.casefold() for each in offered[:2]
        }:
            entry.columns = [Option(label, label.casefold() == chosen.casefold()) for label in offered]


_Word = tuple[str, int, int]


def _offer(entry: Entry) -> tuple[str, ...]:
    return offered_in("\n".join(entry.lines))[0]


def _pair(line: StyledLine) -> tuple[_Word, _Word] | None:
    match = vocabulary().offered.search(line.text)
    if match is None:
        return None
    words = vocabulary()
    if bool(words.yes.fullmatch(match["first"])) is bool(words.yes.fullmatch(match["second"])):
        return None
    return (match["first"], *match.span("first")), (match["second"], *match.span("second"))


def _chosen(line: StyledLine, pair: tuple[_Word, _Word]) -> str | None:
    struck = [_has(line, Look.STRUCK, word) for word in pair]
    if struck[0] is not struck[1]:
        return pair[1][0] if struck[0] else pair[0][0]
    if all(struck):
        return None
    for look in _CHOOSING:
        shown = [_has(line, look, word) for word in pair]
        if shown[0] is not shown[1]:
            return pair[0][0] if shown[0] else pair[1][0]
    return None


def _has(line: StyledLine, look: Look, word: _Word) -> bool:
    _, start, end = word
    covered = sum(max(0, min(end, stop) - max(start, begin)) for each, (begin, stop) in line.looks if each is look)
    return covered * 2 > end - start
