"""Words parted by a hyphen at the end of a line: with their hyphen where they are compounds, else without."""

import re
from collections.abc import Iterable

from extractors.pdf.paragraphs import PARTED, Draft

_BROKEN = re.compile(rf"([^\W_]+(?:-[^\W_]+)*){PARTED}([^\W_]+)")
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
    text = "\n".join([draft.text for draft in drafts]).casefold()
    known = {form for form in wanted if form in text and re.search(rf"(?<!\w)(?<!\w-){re.escape(form)}(?![\w-])", text)}
    for draft in broken:
        draft.text = _BROKEN.sub(lambda one: _settled(one, known, keep), draft.text).replace(PARTED, "")


def _forms(one: re.Match[str]) -> tuple[str, str]:
    first, second = one[1].casefold(), one[2].casefold()
    return first + second, f"{first}-{second}"


def _settled(one: re.Match[str], known: set[str], keep: bool) -> str:
    whole, compound = _forms(one)
    if whole in known or (compound not in known and not keep):
        return one[1] + one[2]
    return f"{one[1]}-{one[2]}"
