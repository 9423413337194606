"""The labelled passages of models/training, each in the part that its text alone decides."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b
from importlib import resources

from models.labels import Facet
from models.scheme import NO_LEVEL

_KEYS = {"f": Facet.FRAMEWORK, "r": Facet.RISK, "l": Facet.LEVEL, "s": Facet.STAKEHOLDER}
FOLDS = 5
"""Parts that are kept away in turn, to make choices on."""


class Kind(StrEnum):
    """What a file of labelled texts holds."""

    PASSAGES = "passages"
    DOCUMENTS = "documents"
    PHRASES = "phrases"
    """Short phrases with frameworks and risks only, for training only."""
    DECIDED = "decided"
    """Passages of which people decided single labels; they come from a warehouse, not from a file."""


@dataclass(frozen=True, slots=True)
class Example:
    """A labelled text."""

    text: str
    language: str
    kind: Kind
    labels: frozenset[tuple[Facet, str]]
    document: str | None
    title: str | None
    decided: frozenset[tuple[Facet, str]] = frozenset()
    """Of a decided passage, the labels that people accepted, added or rejected; of all others nothing is known."""

    @property
    def is_test(self) -> bool:
        """Tell whether it is in the third that nothing is learned from or chosen on; a document stays together."""
        return self.kind in {Kind.PASSAGES, Kind.DOCUMENTS} and _digest(self.document or self.text)[0] % 3 == 0

    @property
    def fold(self) -> int:
        """Give the part in which it is kept away when choices are made; a document stays together."""
        return _digest(self.document or self.text)[1] % FOLDS

    def tells(self, facet: Facet) -> bool:
        """Tell whether its labels of a facet are known."""
        if self.kind is Kind.PHRASES:
            return facet in {Facet.FRAMEWORK, Facet.RISK}
        return self.kind is not Kind.DECIDED

    def knows(self, label: tuple[Facet, str]) -> bool:
        """Tell whether it is known that it has a label, or that it has not."""
        return label in self.decided or self.tells(label[0])


def read_examples() -> Iterator[Example]:
    """Yield all labelled texts, file by file in alphabetical order."""
    for name, content in training_files():
        kind = next((one for one in Kind if name.startswith(one)), Kind.PASSAGES)
        language = name.removeprefix(f"{kind}_")[:2]
        for line in content.decode("utf-8").splitlines():
            entry = json.loads(line)
            labels = {(facet, one) for key, facet in _KEYS.items() for one in entry.get(key, ()) if one != NO_LEVEL}
            if "p" in entry:
                labels.add((Facet.PURPOSE, entry["p"]))
            yield Example(entry["t"], language, kind, frozenset(labels), entry.get("doc"), entry.get("title"))


def training_files() -> Iterator[tuple[str, bytes]]:
    """Yield name and content of each file of labelled texts."""
    folder = resources.files("models").joinpath("training")
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".jsonl"):
            yield file.name, file.read_bytes()


def _digest(text: str) -> bytes:
    return blake2b(text.encode(), digest_size=8).digest()
