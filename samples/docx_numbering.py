"""Real Word numbering: the definitions that Word counts by, and which printed numbers it would reach by itself."""

import re

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

OUTLINE = 1
BULLETS = 2
LETTERS = 3
LETTER_FORMATS = {"ar": "arabicAlpha", "ru": "russianLower"}
"""How Word counts letters in languages that do not use a), b), c)."""
_DEPTHS = 4


class OutlineCounter:
    """Follow Word's multilevel counting, to know whether a printed number is the one that Word would print."""

    def __init__(self) -> None:
        self._counts = [0] * _DEPTHS

    def advance(self, number: str) -> int | None:
        """Return the level (from 0) at which Word prints this number next; None where it would print another."""
        if not re.fullmatch(r"\d+(\.\d+){0,3}", number):
            return None
        parts = [int(part) for part in number.split(".")]
        level = len(parts) - 1
        reached = [*self._counts[:level], self._counts[level] + 1]
        if parts != reached:
            return None
        self._counts = [*reached, *[0] * (_DEPTHS - level - 1)]
        return level


def define_numbering(document: Document, language: str) -> None:
    """Replace the template's numbering by an outline (1, 1.1, 1.1.1), bullets and letters."""
    root = document.part.numbering_part.element
    for child in list(root):
        root.remove(child)
    definitions = (_outline(), _bullets(), _letters(LETTER_FORMATS.get(language, "lowerLetter")))
    for definition in definitions:
        root.append(parse_xml(definition))
    for number in (OUTLINE, BULLETS, LETTERS):
        root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'))


def restart_letters(document: Document) -> int:
    """Add a numbering instance that begins at the first letter again, and return its id."""
    root = document.part.numbering_part.element
    number = 1 + max(int(value) for value in root.xpath("w:num/@w:numId"))
    root.append(
        parse_xml(
            f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{LETTERS}"/>'
            '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        )
    )
    return number


def _outline() -> str:
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        f'<w:lvlText w:val="{".".join(f"%{part + 1}" for part in range(level + 1))}"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:tabs><w:tab w:val="num" w:pos="794"/></w:tabs><w:ind w:left="0" w:firstLine="0"/></w:pPr></w:lvl>'
        for level in range(_DEPTHS)
    )
    return _abstract(OUTLINE, "multilevel", levels)


def _bullets() -> str:
    return _abstract(BULLETS, "singleLevel", _level("bullet", "•"))


def _letters(number_format: str) -> str:
    return _abstract(LETTERS, "singleLevel", _level(number_format, "%1)"))


def _level(number_format: str, text: str) -> str:
    return (
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/><w:lvlText w:val="{text}"/>'
        '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="794" w:hanging="397"/></w:pPr></w:lvl>'
    )


def _abstract(number: int, kind: str, levels: str) -> str:
    return (
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}"><w:multiLevelType w:val="{kind}"/>'
        f"{levels}</w:abstractNum>"
    )
