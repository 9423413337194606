"""Word's equations as one line of text: `x=(−b±√(b^2−4ac))/(2a)`."""

from collections.abc import Callable, Mapping
from functools import cache

from lxml import etree

from extractors.word.names import name, w

_M_VAL = name("m:val")
_SUM = "∫"
"""What an n-ary operator is where the file names none (ECMA-376 part 1, 22.1.2.20)."""


def linear(element: etree._Element) -> str:
    """Write an equation, or any part of one, on one line."""
    write = _writers().get(element.tag)
    if write is not None:
        return write(element)
    return "".join(linear(child) for child in element if isinstance(child.tag, str))


def _text(element: etree._Element) -> str:
    return element.text or ""


def _nothing(_: etree._Element) -> str:
    return ""


def _part(element: etree._Element, local: str) -> str:
    part = element.find(name(f"m:{local}"))
    return linear(part) if part is not None else ""


def _grouped(text: str) -> str:
    return text if len(text) <= 1 or text.isalnum() else f"({text})"


def _property(element: etree._Element, group: str, local: str, default: str) -> str:
    found = element.find(f"{name(f'm:{group}')}/{name(f'm:{local}')}")
    value: str = default if found is None else found.get(_M_VAL, "")
    return value


def _fraction(element: etree._Element) -> str:
    bar = "¦" if _property(element, "fPr", "type", "bar") == "noBar" else "/"
    return f"{_grouped(_part(element, 'num'))}{bar}{_grouped(_part(element, 'den'))}"


def _superscript(element: etree._Element) -> str:
    return f"{_part(element, 'e')}^{_grouped(_part(element, 'sup'))}"


def _subscript(element: etree._Element) -> str:
    return f"{_part(element, 'e')}_{_grouped(_part(element, 'sub'))}"


def _both_scripts(element: etree._Element) -> str:
    return f"{_part(element, 'e')}_{_grouped(_part(element, 'sub'))}^{_grouped(_part(element, 'sup'))}"


def _before_scripts(element: etree._Element) -> str:
    return f"_{_grouped(_part(element, 'sub'))}^{_grouped(_part(element, 'sup'))}{_part(element, 'e')}"


def _root(element: etree._Element) -> str:
    degree = _part(element, "deg")
    return f"{degree and _grouped(degree)}√{_grouped(_part(element, 'e'))}"


def _operator(element: etree._Element) -> str:
    low, high = _part(element, "sub"), _part(element, "sup")
    sign = _property(element, "naryPr", "chr", _SUM)
    return f"{sign}{low and '_' + _grouped(low)}{high and '^' + _grouped(high)} {_part(element, 'e')}"


def _brackets(element: etree._Element) -> str:
    parts = [linear(child) for child in element.iterchildren(name("m:e"))]
    inner = _property(element, "dPr", "sepChr", "|").join(parts)
    return f"{_property(element, 'dPr', 'begChr', '(')}{inner}{_property(element, 'dPr', 'endChr', ')')}"


def _function(element: etree._Element) -> str:
    return f"{_part(element, 'fName')} {_part(element, 'e')}"


def _matrix(element: etree._Element) -> str:
    rows = (row.iterchildren(name("m:e")) for row in element.iterchildren(name("m:mr")))
    return "[" + "; ".join(", ".join(linear(cell) for cell in row) for row in rows) + "]"


def _lines(element: etree._Element) -> str:
    return "; ".join(linear(child) for child in element.iterchildren(name("m:e")))


def _low_limit(element: etree._Element) -> str:
    return f"{_part(element, 'e')}_{_grouped(_part(element, 'lim'))}"


def _high_limit(element: etree._Element) -> str:
    return f"{_part(element, 'e')}^{_grouped(_part(element, 'lim'))}"


def _accent(element: etree._Element) -> str:
    return f"{_part(element, 'e')}{_property(element, 'accPr', 'chr', chr(0x302))}"


@cache
def _writers() -> Mapping[str, Callable[[etree._Element], str]]:
    local = {
        "t": _text,
        "f": _fraction,
        "sSup": _superscript,
        "sSub": _subscript,
        "sSubSup": _both_scripts,
        "sPre": _before_scripts,
        "rad": _root,
        "nary": _operator,
        "d": _brackets,
        "func": _function,
        "m": _matrix,
        "eqArr": _lines,
        "limLow": _low_limit,
        "limUpp": _high_limit,
        "acc": _accent,
    }
    return {w("t"): _text, **{name(f"m:{key}"): write for key, write in local.items()}}
