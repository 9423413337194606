"""Rows of words: who stands on one line, by height."""

from collections.abc import Iterable
from operator import attrgetter

from extractors.pdf.words import Word

OBJECT = "\ufffc"
"""Stands for a table among the words of a page; nothing else is in its row."""
RAISED = 0.82
"""Words smaller than this share of the letters beside them are raised or lowered signs."""
_NOTE_GAP = 5.0
_FAR = 2.0
_LEVEL = 0.1
_top = attrgetter("top")
_left = attrgetter("x0")


def group_rows(words: Iterable[Word]) -> list[list[Word]]:
    """Group words into rows by how much they overlap in height; rows go down, words from left to right."""
    words = sorted(words, key=_top)
    if len(words) == 1:
        return [words]
    if words and _are_level(words):
        return [sorted(words, key=_left)]
    rows: list[tuple[float, float, list[Word]]] = []
    tables: list[tuple[float, float, list[Word]]] = []
    for word in words:
        top, bottom = word.top, word.bottom
        if word.text == OBJECT:
            tables.append((top, bottom, [word]))
            continue
        height = bottom - top
        index = len(rows)
        for row_top, row_bottom, row in rows[:-5:-1]:
            index -= 1
            row_height = row_bottom - row_top
            overlap = (bottom if bottom < row_bottom else row_bottom) - (top if top > row_top else row_top)
            least, most = (height, row_height) if height < row_height else (row_height, height)
            if overlap < 0.55 * least:
                continue
            # Letters of one size may have boxes of very different heights, where the font has no common one.
            odd = most > 1.9 * least and (abs(bottom - row_bottom) > 0.5 * least or _is_far(word, row))
            if odd and abs(word.size - row[0].size) > 0.15 * word.size:
                continue
            row.append(word)
            if height > row_height:
                rows[index] = (top, bottom, row)
            break
        else:
            rows.append((top, bottom, [word]))
    for _, _, row in rows:
        row.sort(key=_left)
    rows += tables
    rows.sort(key=lambda entry: entry[1])
    return _with_raised([row for _, _, row in rows])


def _are_level(words: list[Word]) -> bool:
    """Tell whether words, given from the highest, are as high and as low as each other: one row, as in most cells."""
    top, bottom = words[0].top, words[0].bottom
    most = _LEVEL * (bottom - top)
    return words[-1].top - top < most and all(
        abs(word.bottom - bottom) < most and word.text != OBJECT for word in words
    )


def _is_far(word: Word, row: list[Word]) -> bool:
    """Tell whether a word stands apart from a row of much larger or smaller letters, as the name of a series does."""
    if len(word.text) < 2 or len(row[0].text) < 2:  # A brace over several lines.
        return False
    gap = min([max(word.x0 - other.x1, other.x0 - word.x1) for other in row])
    return gap > _FAR * max(word.size, row[0].size)


def _with_raised(rows: list[list[Word]]) -> list[list[Word]]:
    """Put a raised number that stands too high for its row after the word that it follows, or before the note."""
    kept: list[list[Word]] = []
    for place, row in enumerate(rows):
        word = row[0]
        below = rows[place + 1] if len(row) == 1 and len(word.text) <= 3 and place + 1 < len(rows) else []
        if below and _opens_note(word, below[0]):
            below.insert(0, word)
            continue
        for index, other in enumerate(below):
            beside = abs(word.x0 - other.x1) < 0.3 * other.size and word.size < RAISED * other.size
            if beside and other.top - word.bottom < 0.3 * other.size:
                below.insert(index + 1, word)
                break
        else:
            kept.append(row)
    return kept


def _opens_note(word: Word, first: Word) -> bool:
    small = word.size < RAISED * first.size and word.text.isdecimal()
    return small and word.bottom > first.top and -0.1 < first.x0 - word.x1 < _NOTE_GAP * first.size
