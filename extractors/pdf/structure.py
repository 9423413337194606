"""The patterns and measures of structure.toml."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

_LEADER_SIGNS = "·‥_…"


@dataclass(frozen=True, slots=True)
class Structure:
    """How headings, lists, notes and captions begin, and the measures that part paragraphs."""

    bullet: re.Pattern[str]
    decimal: re.Pattern[str]
    decimal_number: str
    """The pattern of such a number alone."""
    letter: re.Pattern[str]
    sequences: tuple[tuple[str, ...], ...]
    """The orders in which letters and other numerals count."""
    heading_opens: re.Pattern[str]
    heading_labels: re.Pattern[str]
    heading_larger: float
    heading_words: int
    heading_lines: int
    caption_opens: re.Pattern[str]
    footnote_smaller: float
    footnote_opens: re.Pattern[str]
    ends: re.Pattern[str]
    goes_on: re.Pattern[str]
    refers: re.Pattern[str]
    suspended: re.Pattern[str]
    leader: re.Pattern[str]
    korean_endings: frozenset[str]
    leading: float
    indent: float

    def without_leader(self, text: str) -> str:
        """Return a line of contents without the dots before its page number; any other line as it is."""
        dotted = ".." in text or ". ." in text or any(sign in text for sign in _LEADER_SIGNS)
        return self.leader.sub(" ", text) if dotted else text

    def stops(self, text: str) -> bool:
        """Tell whether a text ends as a sentence does; looks at its end only."""
        return self.ends.search(text, max(len(text) - 2, 0)) is not None


@cache
def structure() -> Structure:
    """Load the patterns that ship with the package."""
    data = tomllib.loads(resources.files("extractors.pdf").joinpath("structure.toml").read_text("utf-8"))
    marker, heading, note, paragraph = data["marker"], data["heading"], data["footnote"], data["paragraph"]
    letters = "|".join((marker["letter"], marker["cjk"], marker["arabic"]))
    return Structure(
        bullet=re.compile(rf"({marker['bullet']})\s+(?=\S)"),
        decimal=re.compile(rf"({marker['decimal']})(?:\s+(?=\S)|(?<=\.)(?=[A-ZÀ-ÞА-Я]))"),
        decimal_number=marker["decimal"],
        letter=re.compile(rf"({letters})\s*(?=\S)"),
        sequences=tuple(tuple(sequence.split()) for sequence in marker["sequences"]),
        heading_opens=re.compile(heading["opens"]),
        heading_labels=re.compile(heading["labels"]),
        heading_larger=heading["larger"],
        heading_words=heading["most_words"],
        heading_lines=heading["most_lines"],
        caption_opens=re.compile(data["caption"]["opens"]),
        footnote_smaller=note["smaller"],
        footnote_opens=re.compile(note["opens"]),
        ends=re.compile(paragraph["ends"]),
        goes_on=re.compile(paragraph["goes_on"]),
        refers=re.compile(paragraph["refers"]),
        suspended=re.compile(paragraph["suspended"]),
        leader=re.compile(paragraph["leader"]),
        korean_endings=frozenset(paragraph["korean_endings"]),
        leading=paragraph["leading"],
        indent=paragraph["indent"],
    )
