"""Words parted by a hyphen at the end of a line: with their hyphen where they are compounds, else without."""

import re
from collections.abc import Iterable

from extractors.pdf.paragraphs import PARTED, Draft

_BROKEN = re.compile(rf"([^\W_]+(?:-[^\W_]+)*){PARTED}([^\W_]+)")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_HYPHENATED = 0.02
"""Lines that end in a parted word, of all, where a program parts words; below, the hyphens are the writer's own."""


def settle_compounds(drafts: Iterable[Draft]) -> None:
    """Decide each parted word by the document's own words; where it has neither form, by how often it parts words."""
    drafts = list(drafts)
    broken = [draft for draft in drafts if PARTED in draft.text]
    if not broken:
        return
    lines = sum(draft.lines for draft in drafts)
    keep = sum(draft.text.count(PARTED) for draft in broken) < _HYPHENATED * lines
    wanted = {form for draft in broken for one in _BROKEN.finditer(draft.text) for form in _forms(one)}
    known = {word for draft in drafts for word in _words(draft) if word in wanted}
    for draft in broken:
        draft.text = _BROKEN.sub(lambda one: _settled(one, known, keep), draft.text).replace(PARTED, "")


def _words(draft: Draft) -> list[str]:
    return _WORD.findall(draft.text.casefold())


def _forms(one: re.Match[str]) -> tuple[str, str]:
    first, second = one[1].casefold(), one[2].casefold()
    return first + second, f"{first}-{second}"


def _settled(one: re.Match[str], known: set[str], keep: bool) -> str:
    whole, compound = _forms(one)
    if whole in known or (compound not in known and not keep):
        return one[1] + one[2]
    return f"{one[1]}-{one[2]}"
