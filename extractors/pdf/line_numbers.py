"""The numbers of the lines of a page, as court transcripts and draft laws have them in their left margin."""

from bisect import bisect
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from extractors.pdf.rows import group_rows
from extractors.pdf.structure import structure
from extractors.pdf.table_lines import NO_TABLES, TableLines
from extractors.pdf.words import Word

_LEAST, _LEAST_STEPS = 8, 5
"""So many numbers in turn, where each line has one, and where every fifth has."""
_EVERY = 5
_ALIGNED = 3.0
_COVERED = 0.95
"""Share of the words beside the numbers that stand on a line with one."""
_GOING_ON = 2
"""So many lines go on the sentence of a full line before them; rows of a table or items of a list do not."""
_FULL, _RUN = 0.75, 1.8
"""Share of the width that a full line fills; letter sizes of a gap that parts two cells."""
_EACH = 0.75


def part_line_numbers(
    words: list[Word], tables: TableLines = NO_TABLES, place: float | None = None
) -> tuple[list[Word], list[Word]]:
    """Return the words of a page without the numbers of its lines, and these; other numbers stay.

    `place` is where they end on the pages before, in points from the left; few are enough there.
    """
    numbers = [word for word in words if len(word.text) <= 3 and word.text.isdecimal()]
    if not numbers or (place is None and len(numbers) < _LEAST_STEPS):
        return words, []
    chain = _chain(_in_one_column(numbers))
    if len(chain) < _LEAST_STEPS or _in_cells(chain, tables) or not _number_lines(chain, words):
        chain = _few(numbers, words, place)
    if not chain:
        return words, []
    gone = {id(word) for word in chain}
    return [word for word in words if id(word) not in gone], chain


def _few(numbers: list[Word], words: list[Word], place: float | None) -> list[Word]:
    """Return the numbers that end at a place, if they count up there and nothing stands farther left."""
    if place is None:
        return []
    there = sorted((word for word in numbers if abs(word.x1 - place) < _ALIGNED), key=lambda word: word.top)
    own = {id(word) for word in there}
    if not there or len(_chain(there)) < len(there):
        return []
    return there if all(word.x0 > place for word in words if id(word) not in own) else []


def _in_one_column(numbers: list[Word]) -> list[Word]:
    """Return those of the numbers that end at one place, down the page."""
    places = Counter(round(word.x1 / _ALIGNED) for word in numbers)
    place = max(places, key=lambda one: places[one] + places[one + 1])
    return sorted((one for one in numbers if place <= round(one.x1 / _ALIGNED) <= place + 1), key=lambda one: one.top)


def _chain(numbers: list[Word]) -> list[Word]:
    """Return the longest stretch of numbers that count up by one, or else by five."""
    best: list[Word] = []
    for step in (1, _EVERY):
        run: list[Word] = []
        for word in numbers:
            run = [*run, word] if run and int(word.text) == int(run[-1].text) + step else [word]
            if len(run) > len(best) and (step == 1 or int(run[0].text) % _EVERY == 0):
                best = run
    return best


def _in_cells(chain: list[Word], tables: TableLines) -> bool:
    """Tell whether lines are drawn between the numbers, as between the rows of a table."""
    cells = [cell for group in tables.groups for cell in group.cells]
    held = {
        next((cell for cell in cells if cell[0] <= word.x0 <= cell[2] and cell[1] <= word.bottom <= cell[3]), None)
        for word in chain
    }
    return 2 * len(held) > len(chain)


def _number_lines(chain: list[Word], words: list[Word]) -> bool:
    first, last, right = chain[0], chain[-1], max([word.x1 for word in chain])
    own = {id(word) for word in chain}
    size = first.size
    beside = [word for word in words if id(word) not in own and first.top - size < word.top < last.bottom]
    if not beside or min([word.x0 for word in beside]) <= right:
        return False
    middles = [(word.top + word.bottom) / 2 for word in chain]
    if int(chain[1].text) - int(first.text) == _EVERY:
        return _each_fifth(middles, beside)
    lines: list[list[Word]] = [[] for _ in chain]
    for word in beside:
        place = _nearest(middles, (word.top + word.bottom) / 2)
        if place is not None:
            lines[place].append(word)
    if len(chain) < _LEAST or sum(map(len, lines)) < _COVERED * len(beside):
        return False
    return sum(_goes_on(above, below, beside) for above, below in pairwise(lines)) >= _GOING_ON


def _each_fifth(middles: Sequence[float], beside: list[Word]) -> bool:
    """Tell whether from number to number it is five lines, nearly always."""
    lines = [(row[0].top + row[0].bottom) / 2 for row in group_rows(beside)]
    places = [min(range(len(lines)), key=lambda place: abs(lines[place] - middle)) for middle in middles]
    fifth = sum(below - above == _EVERY for above, below in pairwise(places))
    return fifth >= _EACH * (len(places) - 1)


def _nearest(middles: Sequence[float], y: float) -> int | None:
    """Return which number stands at a height, within a third of the distance to the next."""
    place = bisect(middles, y)
    near = [one for one in (place - 1, place) if 0 <= one < len(middles)]
    best = min(near, key=lambda one: abs(middles[one] - y))
    pitch = (middles[-1] - middles[0]) / (len(middles) - 1)
    return best if abs(middles[best] - y) < pitch / 3 else None


def _goes_on(above: list[Word], below: list[Word], beside: list[Word]) -> bool:
    """Tell whether a line goes on the sentence of a full line of running text above it."""
    if not above or not below:
        return False
    above = sorted(above, key=lambda word: word.x0)
    first, last = min(below, key=lambda word: word.x0).text[0], above[-1]
    if not first.isalpha() or first.isupper() or structure().stops(last.text):
        return False
    if any(b.x0 - a.x1 > _RUN * b.size for a, b in pairwise(above)):
        return False
    left, right = min([word.x0 for word in beside]), max([word.x1 for word in beside])
    return last.x1 - left >= _FULL * (right - left)
