"""Fields: their results are text, their codes are not; form fields show their state."""

from dataclasses import dataclass, field

from lxml import etree

from extractors.word.names import VAL, w
from extractors.word.styles import is_on, value, whole
from extractors.word.symbols import symbol

_CHECKED, _UNCHECKED = "☒", "☐"


def checkbox(checked: bool) -> str:
    """Show a check box's state."""
    return _CHECKED if checked else _UNCHECKED


@dataclass(slots=True)
class _Field:
    form: etree._Element | None
    code: list[str] = field(default_factory=list)
    in_result: bool = False


class Fields:
    """The fields that are open at a point of the text."""

    def __init__(self) -> None:
        self._open: list[_Field] = []
        self._codes = 0
        """Open fields whose result has not begun."""

    @property
    def silent(self) -> bool:
        """True inside a field's code, where nothing is text."""
        return self._codes > 0

    def take(self, mark: etree._Element) -> str:
        """Take a field's begin, separator or end; give what the field shows without a result of its own."""
        shown = ""
        match mark.get(w("fldCharType")):
            case "begin":
                self._open.append(_Field(mark.find(w("ffData"))))
                self._codes += 1
            case "separate" if self._open and not self._open[-1].in_result:
                self._open[-1].in_result = True
                self._codes -= 1
            case "end" if self._open:
                last = self._open.pop()
                self._codes -= not last.in_result
                shown = _shown(last)
        return shown

    def instruct(self, code: str) -> None:
        """Take a piece of the innermost field's code."""
        if self._open:
            self._open[-1].code.append(code)

    def pass_over(self, run: etree._Element) -> None:
        """Take the field marks of a hidden run, whose text is dropped."""
        for mark in run.iterchildren(w("fldChar")):
            self.take(mark)

    def end_of_paragraph(self) -> None:
        """Forget codes that never end: a damaged field must not silence the rest of the document."""
        if self.silent:
            self._open = [each for each in self._open if each.in_result]
            self._codes = 0


def _shown(last: _Field) -> str:
    box = last.form.find(w("checkBox")) if last.form is not None else None
    if box is not None:
        checked = box.find(w("checked"))
        return checkbox(is_on(checked if checked is not None else box.find(w("default"))))
    choices = last.form.find(w("ddList")) if last.form is not None else None
    if choices is not None:
        entries = [str(entry.get(VAL, "")) for entry in choices.iterchildren(w("listEntry"))]
        chosen = whole(value(choices, w("result"))) or whole(value(choices, w("default"))) or 0
        return entries[chosen] if chosen < len(entries) else ""
    return "" if last.in_result else _symbol_field("".join(last.code))


def _symbol_field(code: str) -> str:
    words = code.replace('"', " ").split()
    if len(words) < 2 or words[0].upper() != "SYMBOL":
        return ""
    place = whole(words[1])
    font = " ".join(words[words.index("\\f") + 1 :]).split("\\")[0].strip() if "\\f" in words else ""
    return "" if place is None else symbol(font, f"{place:x}")
