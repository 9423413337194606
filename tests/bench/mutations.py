"""Ways to damage a PDF or Word file, each chosen by a seeded generator, so that a number gives the same file again."""

import io
import random
import re
import zipfile
from collections.abc import Callable, Sequence
from copy import deepcopy
from itertools import pairwise

import pikepdf
from lxml import etree

Rng = random.Random
_NUMBERS = (
    b"0",
    b"-1",
    b"1",
    b"255",
    b"65536",
    b"2147483647",
    b"-2147483648",
    b"99999999999999999999",
    b"1e38",
    b"0.0001",
)
_NAMES: tuple[bytes, ...] = (
    b"/Kids",
    b"/Parent",
    b"/Count",
    b"/Contents",
    b"/Resources",
    b"/Font",
    b"/XObject",
    b"/Length",
    b"/Filter",
)
_NAMES += (
    b"/FlateDecode",
    b"/LZWDecode",
    b"/MediaBox",
    b"/Rotate",
    b"/ToUnicode",
    b"/Encoding",
    b"/Widths",
    b"/W",
    b"null",
)
_VALUES = (
    "",
    "0",
    "-1",
    "1",
    "9",
    "2147483648",
    "99999999999999999999",
    "1.5",
    "x",
    "true",
    "none",
    "ß\u202e",
    "a" * 5000,
)
_MOST_BYTES = 3_000_000


def mutate(kind: str, data: bytes, rng: Rng) -> bytes:
    """Damage a file of the kind `pdf` or `docx` in one to six ways."""
    return _mutate_pdf(data, rng) if kind == "pdf" else _mutate_docx(data, rng)


def plain_pdf(data: bytes) -> bytes | None:
    """Write a PDF without compression, so that changed bytes reach its objects; None where that does not work."""
    target = io.BytesIO()
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            pdf.save(
                target,
                compress_streams=False,
                stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
                object_stream_mode=pikepdf.ObjectStreamMode.disable,
            )
    except (pikepdf.PdfError, pikepdf.PasswordError, pikepdf.DataDecodingError, RuntimeError, ValueError):
        return None
    return target.getvalue() if target.tell() < _MOST_BYTES else None


def _mutate_pdf(data: bytes, rng: Rng) -> bytes:
    if rng.random() < 0.1:
        return rng.choice(_ON_BYTES)(data, rng)
    for _ in range(rng.randint(1, 8)):
        data = rng.choice(_ON_PDF)(data, rng)
    return data


def _mutate_docx(data: bytes, rng: Rng) -> bytes:
    if rng.random() < 0.15:
        return rng.choice(_ON_BYTES)(data, rng)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError):
        return _flip(data, rng)
    names = [name for name in parts if name.endswith((".xml", ".rels"))]
    for _ in range(rng.randint(1, 3)):
        _mutate_part(parts, "word/document.xml" if rng.random() < 0.4 else rng.choice(names), names, rng)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return target.getvalue()


def _mutate_part(parts: dict[str, bytes], name: str, names: Sequence[str], rng: Rng) -> None:
    chance = rng.random()
    if name not in parts:
        return
    if chance < 0.05:
        del parts[name]
    elif chance < 0.1:
        parts[name] = parts.get(rng.choice(names), b"")
    elif chance < 0.25:
        parts[name] = rng.choice(_ON_BYTES)(parts[name], rng)
    else:
        parts[name] = _mutate_xml(parts[name], rng)


def _mutate_xml(part: bytes, rng: Rng) -> bytes:
    try:
        root = etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True))
    except (etree.XMLSyntaxError, ValueError):
        return _flip(part, rng)
    for _ in range(rng.randint(1, 8)):
        elements = [element for element in root.iter() if isinstance(element.tag, str)]
        rng.choice(_ON_XML)(rng.choice(elements), rng.choice(elements), rng)
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written


def _flip(data: bytes, rng: Rng) -> bytes:
    changed = bytearray(data)
    for _ in range(rng.randint(1, 20) if changed else 0):
        changed[rng.randrange(len(changed))] = rng.randrange(256)
    return bytes(changed)


def _cut(data: bytes, rng: Rng) -> bytes:
    start = rng.randrange(len(data) + 1)
    return data[:start] + data[start + rng.randint(1, 1 + len(data) // 20) :]


def _repeat(data: bytes, rng: Rng) -> bytes:
    start = rng.randrange(len(data) + 1)
    piece = data[start : start + rng.randint(1, 2000)]
    return data[:start] + piece * rng.randint(2, 20) + data[start:]


def _truncate(data: bytes, rng: Rng) -> bytes:
    return data[: rng.randrange(len(data) + 1)]


def _replace_match(pattern: bytes, values: Sequence[bytes]) -> Callable[[bytes, Rng], bytes]:
    def replace(data: bytes, rng: Rng) -> bytes:
        start = rng.randrange(len(data) + 1)
        match = re.compile(pattern).search(data, start)
        return data[: match.start()] + rng.choice(values) + data[match.end() :] if match else data

    return replace


def _turn_reference(data: bytes, rng: Rng) -> bytes:
    found = re.compile(rb"\b\d+ 0 R\b").search(data, rng.randrange(len(data) + 1))
    return data[: found.start()] + b"%d 0 R" % rng.randint(1, 60) + data[found.end() :] if found else data


def _swap_objects(data: bytes, rng: Rng) -> bytes:
    """Give one object another's number."""
    found = re.compile(rb"\n\d+ 0 obj").search(data, rng.randrange(len(data) + 1))
    return data[: found.start()] + b"\n%d 0 obj" % rng.randint(1, 60) + data[found.end() :] if found else data


def _drop(element: etree._Element, _other: etree._Element, _rng: Rng) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _copy_into(element: etree._Element, other: etree._Element, rng: Rng) -> None:
    if sum(1 for _ in element.iter()) < 3000:
        other.insert(rng.randint(0, len(other)), deepcopy(element))


def _move_into(element: etree._Element, other: etree._Element, rng: Rng) -> None:
    if element.getparent() is not None and element not in [other, *other.iterancestors()]:
        other.insert(rng.randint(0, len(other)), element)


def _rename(element: etree._Element, other: etree._Element, _rng: Rng) -> None:
    element.tag = other.tag


def _set_attribute(element: etree._Element, _other: etree._Element, rng: Rng) -> None:
    if element.attrib:
        element.set(rng.choice(sorted(element.attrib)), rng.choice(_VALUES))


def _take_attribute(element: etree._Element, _other: etree._Element, rng: Rng) -> None:
    if element.attrib:
        del element.attrib[rng.choice(sorted(element.attrib))]


def _set_text(element: etree._Element, _other: etree._Element, rng: Rng) -> None:
    element.text = rng.choice(_VALUES)


def _nest(element: etree._Element, _other: etree._Element, rng: Rng) -> None:
    """Put an element into many copies of its own tag."""
    parent = element.getparent()
    if parent is None:
        return
    place, shells = parent.index(element), [etree.Element(element.tag) for _ in range(rng.choice((5, 50, 200)))]
    for outer, inner in pairwise(shells):
        outer.append(inner)
    shells[-1].append(element)
    parent.insert(place, shells[0])


_ON_BYTES = (_flip, _cut, _repeat, _truncate)
_ON_PDF = (
    _cut,
    _repeat,
    _turn_reference,
    _turn_reference,
    _swap_objects,
    _replace_match(rb"(?<=[ \[])-?[\d.]+(?=[ \]/>\r\n])", _NUMBERS),
    _replace_match(rb"(?<=[ \[])-?[\d.]+(?=[ \]/>\r\n])", _NUMBERS),
    _replace_match(rb"/[A-Za-z]+", _NAMES),
)
_ON_XML = (_drop, _copy_into, _move_into, _rename, _set_attribute, _take_attribute, _set_text, _nest)
