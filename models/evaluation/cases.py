"""Labelled passages that are judged: the test third of the project's data, or a file of the user's own."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from models.errors import ClassificationError
from models.labels import Facet
from models.linear import Label
from models.scheme import NO_LEVEL, Taxonomy
from models.training_data import Example, Kind

Flags = npt.NDArray[np.bool_]
_LISTS = {
    "frameworks": ("f", Facet.FRAMEWORK),
    "risks": ("r", Facet.RISK),
    "levels": ("l", Facet.LEVEL),
    "stakeholders": ("s", Facet.STAKEHOLDER),
}
_OTHER_NAMES = {"text": "t", "purpose": "p", "document": "doc", "language": "language", "heading_path": "heading_path"}


@dataclass(frozen=True, slots=True)
class Case:
    """A passage whose labels a person gave."""

    text: str
    language: str | None
    labels: frozenset[Label]
    told: frozenset[Facet]
    """The facets that the person looked at."""
    heading_path: tuple[str, ...] = ()
    counted: bool = True
    """Else it is only there as context of its document's other passages."""


@dataclass(frozen=True, slots=True)
class Cases:
    """Passages by document, and what is right of those that count."""

    documents: tuple[tuple[Case, ...], ...]
    """A passage that stands alone is a document of its own."""
    labels: tuple[Label, ...]
    """The columns of `wanted` and `told`."""

    @property
    def counted(self) -> tuple[Case, ...]:
        """Give the passages that count: the rows of `wanted` and `told`."""
        return tuple(one for some in self.documents for one in some if one.counted)

    @property
    def wanted(self) -> Flags:
        """Tell of each passage and label whether the person gave it."""
        return np.array([[label in one.labels for label in self.labels] for one in self.counted], dtype=np.bool_)

    @property
    def told(self) -> Flags:
        """Tell of each passage and label whether the person looked at its facet."""
        return np.array([[facet in one.told for facet, _ in self.labels] for one in self.counted], dtype=np.bool_)

    @property
    def clusters(self) -> npt.NDArray[np.intp]:
        """Give the number of each passage's document: what is drawn as a whole for an interval."""
        return np.array([number for number, some in enumerate(self.documents) for one in some if one.counted], np.intp)

    @property
    def digest(self) -> str:
        """Give a hash of all passages and labels."""
        made = blake2b(digest_size=16)
        for some in self.documents:
            for one in some:
                made.update(repr((one.text, one.language, sorted(one.labels), sorted(one.told), one.counted)).encode())
        return made.hexdigest()


def third_cases(examples: Iterable[Example], taxonomy: Taxonomy) -> Cases:
    """Give the texts of the test third; a document comes whole, since its passages are each other's context."""
    alone: list[tuple[Case, ...]] = []
    whole: dict[str, list[Case]] = {}
    for one in examples:
        if one.kind is Kind.PHRASES:
            continue
        heading = (one.title,) if one.title else ()
        case = Case(one.text, one.language, one.labels, frozenset(Facet), heading, one.is_test)
        if one.document:
            whole.setdefault(one.document, []).append(case)
        elif one.is_test:
            alone.append((case,))
    documents = [tuple(some) for some in whole.values() if any(one.counted for one in some)]
    return Cases((*alone, *documents), _labels(taxonomy))


def read_cases(path: Path, taxonomy: Taxonomy) -> Cases:
    """Read labelled passages from a file with one JSON object a line; lines of one `document` are its passages.

    Raises ClassificationError with the number of a line that cannot be used.
    """
    known = {facet: frozenset(one.id for one in taxonomy.of(facet)) for facet in Facet}
    documents: dict[object, list[Case]] = {}
    try:
        lines = path.read_bytes().decode("utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise ClassificationError(f"{path} cannot be read as UTF-8 text: {error}") from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        entry = _entry(line, f"{path}, line {number}")
        case = _case(entry, known, f"{path}, line {number}")
        document = entry.get("doc")
        documents.setdefault(("alone", number) if document is None else ("of", str(document)), []).append(case)
    if not documents:
        raise ClassificationError(f"{path} has no lines. Give a file with one labelled passage a line; see formats.md.")
    return Cases(tuple(map(tuple, documents.values())), _labels(taxonomy))


def _labels(taxonomy: Taxonomy) -> tuple[Label, ...]:
    return tuple((one.facet, one.id) for one in taxonomy.concepts)


def _entry(line: str, place: str) -> Mapping[str, Any]:
    """Give the fields of a line by their short names, which the project's own data use."""
    try:
        entry = json.loads(line)
    except ValueError as error:
        raise ClassificationError(f"{place}: this is not JSON ({error}).") from error
    if not isinstance(entry, dict):
        raise ClassificationError(f"{place}: a line has to be one JSON object with `text` and labels.")
    short = _OTHER_NAMES | {name: key for name, (key, _) in _LISTS.items()}
    return {short.get(str(name), str(name)): value for name, value in entry.items() if value is not None}


def _case(entry: Mapping[str, Any], known: Mapping[Facet, frozenset[str]], place: str) -> Case:
    text, heading = entry.get("t"), entry.get("heading_path", [entry["title"]] if "title" in entry else [])
    if not isinstance(text, str) or not text.strip():
        raise ClassificationError(f"{place}: `text` has to be a text that is not empty.")
    if not isinstance(heading, list) or not all(isinstance(one, str) for one in heading):
        raise ClassificationError(f"{place}: `heading_path` has to be a list of texts.")
    given = {facet: entry[key] for key, facet in _LISTS.values() if key in entry}
    if "p" in entry:
        given[Facet.PURPOSE] = [entry["p"]]
    if not given:
        raise ClassificationError(
            f"{place}: none of {', '.join(_LISTS)}, purpose is given, so nothing can be compared."
        )
    labels = {(facet, one) for facet, some in given.items() for one in _ids(some, facet, known, place)}
    language = entry.get("language")
    if not isinstance(language, str | None):
        raise ClassificationError(f"{place}: `language` has to be a code such as `en`.")
    return Case(_whole(text), language, frozenset(labels), frozenset(given), tuple(heading))


def _whole(text: str) -> str:
    """Put the replacement character for half a character, which no file can hold."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _ids(some: object, facet: Facet, known: Mapping[Facet, frozenset[str]], place: str) -> Iterator[str]:
    if not isinstance(some, Sequence) or isinstance(some, str):
        raise ClassificationError(f"{place}: the labels of {facet} have to be a list.")
    for one in some:
        if facet is Facet.LEVEL and one == NO_LEVEL:
            continue
        if not isinstance(one, str) or one not in known[facet]:
            raise ClassificationError(f"{place}: {one!r} is not in the taxonomy ({facet}).")
        yield one
