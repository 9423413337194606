"""Footnotes and endnotes: which note a reference means, and its number as printed."""

from collections.abc import Mapping

from lxml import etree

from extractors.document import PassageKind
from extractors.word.counting import counted
from extractors.word.names import w
from extractors.word.runs import NoteReference
from extractors.word.styles import value, whole

_FORMATS = {PassageKind.FOOTNOTE: "decimal", PassageKind.ENDNOTE: "lowerRoman"}
"""What Word numbers notes with where the file names no format."""
_PROPERTIES = {PassageKind.FOOTNOTE: w("footnotePr"), PassageKind.ENDNOTE: w("endnotePr")}
_CHICAGO = "*†‡§"


class Notes:
    """The notes of one document; each is given out once, at its first reference."""

    def __init__(self, parts: Mapping[PassageKind, etree._Element | None], settings: etree._Element | None) -> None:
        self._notes = {
            (kind, str(note.get(w("id")))): note
            for kind, root in parts.items()
            for note in (root if root is not None else ())
            if note.get(w("type"), "normal") == "normal"
        }
        self._formats = dict(_FORMATS)
        self._counts = dict.fromkeys(_FORMATS, 0)
        for kind, tag in _PROPERTIES.items():
            properties = settings.find(tag) if settings is not None else None
            self._formats[kind] = value(properties, w("numFmt")) or _FORMATS[kind]
            self._counts[kind] = (whole(value(properties, w("numStart"))) or 1) - 1

    def take(self, reference: NoteReference) -> tuple[str | None, etree._Element | None]:
        """Number a reference and hand out its note, or None where the file lacks it or gave it out before.

        A deleted reference is not counted and has no number but the author's own sign.
        """
        number = reference.mark
        if number is None and (reference.change is None or not reference.change.gone):
            self._counts[reference.kind] += 1
            number = self._number(reference.kind)
        return number, self._notes.pop((reference.kind, reference.id), None)

    def _number(self, kind: PassageKind) -> str:
        count, number_format = self._counts[kind], self._formats[kind]
        if number_format == "chicago":
            return _CHICAGO[(count - 1) % 4] * ((count - 1) // 4 + 1)
        return counted(count, number_format)
