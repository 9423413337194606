"""Who submitted a document: States with their codes, organisations as written."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from extractors.document import Source, Span
from extractors.header.countries import iso3
from extractors.header.membership import find_organisation, source_of
from extractors.header.names import Names, aliases, load_names
from extractors.header.offices import is_office, speaks_for_others, state_of_office

_SEPARATOR = re.compile(
    r"\s*[;؛、\n]\s*|\s*[,،，]\s*(?:and\s+|et\s+|y\s+|и\s+)?|\s+/\s+|(?<!\d)/|\s+(?:and|et|y|e|и|&|AND|ET|Y|И)\s+|\s+و(?:\s+|(?=\w{3}))|\s*(?:和|及|与)\s*"
)
_RARE = re.compile(r"[•·+]|\s[–-]\s|[\u4e00-\u9fff]\s[\u4e00-\u9fff]")
_ANY_SEPARATOR = re.compile(r"\s*[;؛、\n,،，•·+/&]\s*|\s+[–-]\s+|(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])")
_LEAD = re.compile(r"^\s*(?:(?:and|et|y|и|the|le|la|les|el|los)\s+|l[’']|و\s*)+")
_STRONG = re.compile(r"[;؛\n]|\s/\s")
_NOTE_MARK = re.compile(r"(?:\s*[*†‡¹²³]|\s*\[?\(?\d\)\]?)+$")
_ANY_BRACKET = re.compile("[(（]")
_LONGEST_NAME = 200
_STATE_AND_OFFICE = 2


def read_sources(lines: Sequence[str], names: Names | None = None) -> tuple[Source, ...]:
    """Read the members that a source names; a list is parted only where its parts are known or plainly parted.

    The name is as written, without what introduces it. An office that stands with its State ("Kenya, Ministry of ICT")
    makes one source with it. What is unknown stays one source without a code.
    """
    return _read("\n".join(lines), names or load_names())


@lru_cache(maxsize=2048)
def _read(written: str, names: Names) -> tuple[Source, ...]:
    text = _bare(written)
    if not text or not any(character.isalpha() for character in text):
        return ()
    code = _code(text, names)
    if not code and _RARE.search(text) and (parts := _parts(text, names)):
        return parts
    if code or ("\n" not in text and not _SEPARATOR.search(text)):
        return (source_of(_printed(text, names), code or state_of_office(text, names), names),)
    atoms, marks = _atoms(text)
    groups = tuple(_grouped(atoms, text, marks, names))
    if not groups or not all(source.resolved for source in groups):
        groups = _parts(text, names) or groups
    return groups or (source_of(_printed(text, names), state_of_office(text, names), names),)


def all_states(text: str, names: Names | None = None) -> tuple[Source, ...]:
    """Read a line that consists of names of States and nothing else; empty for any other line."""
    if len(text) > _LONGEST_NAME or text[-1:] in ".:?!":
        return ()
    names = names or load_names()
    sources = read_sources([text], names)
    return sources if all(source.iso3 and iso3(source.name, names) for source in sources) else ()


def _parts(text: str, names: Names) -> tuple[Source, ...]:
    # States parted by anything at all ("Kenya • Uganda", one to a line with "and"), if all parts are States.
    parts = [(part, _LEAD.sub("", part, count=1)) for part in _ANY_SEPARATOR.split(text) if part.strip()]
    names_of = [part if iso3(part, names) else bare for part, bare in parts]
    codes = [iso3(name, names) for name in names_of]
    if len(codes) <= 1 or not all(codes):
        return ()
    return tuple(source_of(_printed(name, names), code, names) for name, code in zip(names_of, codes, strict=True))


def _grouped(atoms: list[Span], text: str, marks: list[str], names: Names) -> Iterator[Source]:
    merged: list[tuple[int, int, str | None]] = []
    in_office = False
    for start, end, code in _longest_names(atoms, text, names):
        name = text[start:end]
        before = merged[-1] if merged else None
        together = before is not None and not _STRONG.search(text[before[1] : start])
        if (
            before
            and together
            and not code
            and not find_organisation(name, names)
            and (in_office or (before[2] and (is_office(name) or speaks_for_others(name))))
        ):
            merged[-1] = (before[0], end, before[2])  # State, Ministry of one thing and another
            in_office = True
        elif (
            before
            and together
            and code
            and len(merged) == 1
            and not before[2]
            and is_office(text[before[0] : before[1]])
        ):
            merged[-1] = (before[0], end, code)  # Ministry, State
        else:
            merged.append((start, end, code))
            in_office = False
    if len(merged) == _STATE_AND_OFFICE and _is_office_of(merged, text, names):
        merged = [(merged[0][0], merged[1][1], merged[0][2])]
    known = all(code or _is_known(text[start:end], names) for start, end, code in merged)
    if known or len(merged) == 1 or any(map(_STRONG.search, marks)) or _is_list(merged, text):
        for start, end, code in merged:
            name = _printed(text[start:end], names)
            yield source_of(name, code or state_of_office(name, names), names)


def _is_office_of(merged: Sequence[tuple[int, int, str | None]], text: str, names: Names) -> bool:
    # "Uruguay, AGESIC": behind a State and a comma, a name that is nobody else's is a part of it.
    (_, end, code), (start, last, other) = merged
    behind = text[start:last]
    comma = text[end:start].strip() in {",", "،", "，"}
    return bool(
        code and not other and comma and not _is_known(behind, names) and not source_of(behind, None, names).category
    )


def _is_known(name: str, names: Names) -> bool:
    return bool(find_organisation(name, names) or state_of_office(name, names))


def _is_list(merged: Sequence[tuple[int, int, str | None]], text: str) -> bool:
    # States and something else: the else is an organisation if it is a name of its own.
    states = [item for item in merged if item[2]]
    rest = [text[start:end] for start, end, code in merged if not code]
    return len(states) >= 2 and all(len(name) > 2 and not name[0].islower() for name in rest)


def _longest_names(atoms: list[Span], text: str, names: Names) -> Iterator[tuple[int, int, str | None]]:
    # "Bosnia and Herzegovina", "Korea, Republic of": the longest run of parts that is a State's name is one name.
    place = 0
    while place < len(atoms):
        start = atoms[place][0]
        for last in range(min(len(atoms), place + 4) - 1, place - 1, -1):
            code = _code(text[start : atoms[last][1]], names)
            if code or find_organisation(text[start : atoms[last][1]], names, whole=True) or last == place:
                yield start, atoms[last][1], code
                place = last + 1
                break


def _atoms(text: str) -> tuple[list[Span], list[str]]:
    depth_free = _outside_brackets(text)
    atoms, marks, start = [], [], 0
    for match in _SEPARATOR.finditer(text):
        if depth_free[match.start()]:
            atoms.append((start, match.start()))
            marks.append(match[0])
            start = match.end()
    atoms.append((start, len(text)))
    return [(a, b) for a, b in atoms if any(map(str.isalpha, text[a:b]))], marks


def _outside_brackets(text: str) -> list[bool]:
    if not _ANY_BRACKET.search(text):
        return [True] * len(text)
    depth, outside = 0, []
    for character in text:
        depth += character in "(（"
        outside.append(depth == 0)
        depth = max(0, depth - (character in ")）"))
    return outside


def _code(name: str, names: Names) -> str | None:
    name = " ".join(name.split())
    return iso3(name, names) if len(name) <= _LONGEST_NAME else None


def _bare(text: str) -> str:
    text = _NOTE_MARK.sub("", text.strip()).strip()
    match = _introduction().match(text)
    return text[match.end() :].strip() if match and match.end() < len(text) else text


def _printed(name: str, names: Names) -> str:
    name = _NOTE_MARK.sub("", " ".join(name.split()))
    name = name.strip(" ,;،:") or name
    bare = next((name.removeprefix(article) for article in aliases()["articles"] if name.startswith(article)), name)
    return bare if iso3(bare, names) else name


@cache
def _introduction() -> re.Pattern[str]:
    either = "|".join(aliases()["prefixes"])
    return re.compile(rf"(?:{either})[\s:]+(?:the\s+)?", re.IGNORECASE)
