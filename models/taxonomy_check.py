"""Whether a taxonomy may take the place of another: nothing vanishes unsaid, and no id is used again."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from models.scheme import Taxonomy
from models.succession import CHANGES, Change, ChangeKind, Succession


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, and where."""

    file: Path
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}: {self.what}"


def check_taxonomy(file: Path, new: Taxonomy, old: Taxonomy, succession: Succession) -> tuple[Problem, ...]:
    """Check a taxonomy that was read from a file, and the changes beside it, against the one in use until now."""
    beside = file.with_name(CHANGES)
    found = [Problem(file, line, what) for line, what in _concepts(new, old, succession)]
    found += [Problem(beside, one.line, what) for one in succession.changes for what in _change(one, new, old)]
    return tuple(found)


def _concepts(new: Taxonomy, old: Taxonomy, succession: Succession) -> Iterator[tuple[int, str]]:
    now = {(one.facet, one.id): one for one in new.concepts}
    before = {(one.facet, one.id): one for one in old.concepts}
    gone = succession.gone
    renamed = {
        (one.facet, one.ids[0]): one.name for one in succession.changes if one.kind is ChangeKind.RENAME
    }  # the last one counts
    if now != before and new.version == old.version:
        yield 1, f"it differs from version {old.version}, so it needs a version of its own"
    for label, one in now.items():
        if label in gone:
            yield one.line, f"the id `{one.id}` was used before for another concept ({CHANGES}); choose a new one"
        elif label in before and one.name != before[label].name and renamed.get(label) != one.name:
            yield one.line, f"`{one.id}` is named {one.name!r}, before {before[label].name!r}: declare a rename"
    for label, one in before.items():
        if label not in now and label not in gone:
            yield 1, f"`{one.id}` is gone: say in {CHANGES} what became of it (deprecate, merge or split)"


def _change(change: Change, new: Taxonomy, old: Taxonomy) -> Iterator[str]:
    now = {(one.facet, one.id): one for one in new.concepts}
    if change.version not in {new.version, old.version}:
        return  # of an earlier time: what it names may have changed since
    for id_ in change.into:
        if (change.facet, id_) not in now:
            yield f"`{id_}` is not in the taxonomy, so nothing can become it"
    if change.version != new.version:
        return
    before = {(one.facet, one.id) for one in old.concepts}
    for id_ in change.ids:
        if old.version != new.version and (change.facet, id_) not in before:
            yield f"`{id_}` was not in version {old.version}, so nothing can become of it"
    if change.kind is ChangeKind.RENAME:
        one = now.get((change.facet, change.ids[0]))
        if one is None or one.name != change.name:
            yield f"`{change.ids[0]}` is not named {change.name!r} in the taxonomy"
