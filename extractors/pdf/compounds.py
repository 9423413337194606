"""Words parted by a hyphen at the end of a line: with their hyphen where they are compounds, else without."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from extractors.pdf.paragraphs import PARTED, Draft

_BEFORE, _AFTER = re.compile(r"[^\W_]+(?:-[^\W_]+)*$"), re.compile(r"[^\W_]+")
_WORD = re.compile(r"\w[\w-]*")
_LONGEST = 60
_HYPHENATED = 0.02
"""Lines that end in a parted word, of all, where a program parts words; below, the hyphens are the writer's own."""


def settle_compounds(drafts: Iterable[Draft]) -> None:
    """Decide each parted word by the document's own words; where it has neither form, by how often it parts words."""
    drafts = list(drafts)
    broken = [draft for draft in drafts if PARTED in draft.text]
    if not broken:
        return
    lines = sum([draft.lines for draft in drafts])
    keep = sum([draft.text.count(PARTED) for draft in broken]) < _HYPHENATED * lines
    wanted = {form for draft in broken for forms in _broken(draft.text) for form in forms}
    known: set[str] = set()
    for draft in drafts:
        known |= wanted.intersection(_WORD.findall(draft.text.casefold()))
    for draft in broken:
        draft.text = _settled(draft.text, known, keep)


def _broken(text: str) -> Iterator[tuple[str, str]]:
    """Give both forms of each parted word: in one, and with its hyphen; empty where no letter stands on either side."""
    for before, after in pairwise(text.split(PARTED)):
        first, second = _BEFORE.search(before[-_LONGEST:]), _AFTER.match(after[:_LONGEST])
        head, rest = first[0].casefold() if first else "", second[0].casefold() if second else ""
        yield (head + rest, f"{head}-{rest}") if head and rest else ("", "")


def _settled(text: str, known: set[str], keep: bool) -> str:
    pieces = text.split(PARTED)
    made = pieces[:1]
    for (whole, compound), piece in zip(_broken(text), pieces[1:], strict=True):
        hyphen = bool(whole) and whole not in known and (compound in known or keep)
        made += ["-" if hyphen else "", piece]
    return "".join(made)
