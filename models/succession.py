"""What became of the taxonomy's concepts: declared renames, deprecations, merges and splits."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from models.labels import Facet
from models.scheme import LINE, Fail, failing, read_yaml, taxonomy_file

CHANGES = "changes.yaml"
Label = tuple[Facet, str]
_KEYS = frozenset({"in", "facet", "into", "name", "why", LINE})


class ChangeKind(StrEnum):
    """What happened to a concept."""

    RENAME = "rename"
    DEPRECATE = "deprecate"
    MERGE = "merge"
    SPLIT = "split"


@dataclass(frozen=True, slots=True)
class Change:
    """One declared change; the concepts in `ids` that are not in `into` are gone, but for those renamed."""

    kind: ChangeKind
    facet: Facet
    ids: tuple[str, ...]
    into: tuple[str, ...]
    name: str | None
    version: str
    """The version of the taxonomy from which it holds."""
    line: int

    @property
    def gone(self) -> tuple[str, ...]:
        """Give the ids that are not used any more."""
        return () if self.kind is ChangeKind.RENAME else tuple(one for one in self.ids if one not in self.into)


@dataclass(frozen=True, slots=True)
class Succession:
    """Follows labels of earlier versions to those of today; ids alone tell, since none is used twice."""

    changes: tuple[Change, ...] = ()

    @property
    def gone(self) -> Mapping[Label, Change]:
        """Give the concepts that there are no more, with what became of them."""
        return {(one.facet, id_): one for one in self.changes for id_ in one.gone}

    def of(self, label: Label) -> tuple[Label, ...]:
        """Give the concepts that a label stands for today: itself, one, several (after a split) or none."""
        gone = self.gone
        found: list[Label] = []
        open_: list[Label] = [label]
        seen: set[Label] = set()
        while open_:
            one = open_.pop(0)
            if one in seen:
                continue
            seen.add(one)
            if one in gone:
                open_ += [(one[0], id_) for id_ in gone[one].into]
            else:
                found.append(one)
        return tuple(found)


def load_succession(taxonomy: Path | None = None) -> Succession:
    """Read the changes that lie beside a taxonomy, by default the one that comes with Rapporteur.

    Raises ClassificationError that names file and line. Without a file there were no changes.
    """
    file = taxonomy_file(taxonomy).with_name(CHANGES)
    if not file.is_file():
        return Succession()
    fail = failing(file)
    entries = read_yaml(file, fail)
    if not isinstance(entries, list):
        fail(1, "the changes have to be a list")
    return Succession(tuple(_change(entry, fail) for entry in entries))


def _change(entry: Any, fail: Fail) -> Change:
    if not isinstance(entry, dict):
        fail(1, f"a change has to be a mapping such as `in: '2027.1'`, not {entry!r}")
    kinds = [kind for kind in ChangeKind if kind in entry]
    if len(kinds) != 1:
        fail(entry, f"a change has exactly one of {', '.join(ChangeKind)}")
    (kind,) = kinds
    for key in entry:
        if key not in _KEYS | {kind}:
            fail(entry, f"the key `{key}` is not known")
    if entry.get("facet") not in set(Facet):
        fail(entry, f"`facet` has to be one of {', '.join(Facet)}")
    if not isinstance(entry.get("in"), str):
        fail(entry, "`in` has to be the version of the taxonomy as a text, such as '2027.1'")
    ids, into, name = _names(entry[kind]), _names(entry.get("into", [])), entry.get("name")
    wanted = {
        ChangeKind.RENAME: (len(ids) == 1 and not into and isinstance(name, str), "one id and its new `name`"),
        ChangeKind.DEPRECATE: (len(ids) == 1 and not into, "one id"),
        ChangeKind.MERGE: (len(set(ids)) > 1 and len(into) == 1, "several ids, and `into` with one"),
        ChangeKind.SPLIT: (len(ids) == 1 and len(set(into)) > 1, "one id, and `into` with several"),
    }
    is_right, needs = wanted[kind]
    if not is_right or (name is not None and kind is not ChangeKind.RENAME):
        fail(entry, f"a {kind} has {needs}")
    return Change(kind, Facet(entry["facet"]), ids, into, name, entry["in"], entry[LINE])


def _names(value: object) -> tuple[str, ...]:
    some: Iterable[object] = value if isinstance(value, Sequence) and not isinstance(value, str) else [value]
    return tuple(str(one) for one in some)
