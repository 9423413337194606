"""A new taxonomy says what became of each concept of the old one."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from models.scheme import load_taxonomy
from models.succession import CHANGES, load_succession
from models.taxonomy_check import Problem, check_taxonomy
from tests.models.taxonomies import MERGED, drop, merge_image_abuse, theme, write_taxonomy


def problems(file: Path) -> tuple[Problem, ...]:
    return check_taxonomy(file, load_taxonomy(file), load_taxonomy(), load_succession(file))


def same(content: dict[str, Any]) -> None:
    pass


def gone(content: dict[str, Any]) -> None:
    drop(content, "youth_offending")


def renamed(content: dict[str, Any]) -> None:
    theme(content, "csam")["name"] = "Another name"


def renamed_only(content: dict[str, Any]) -> None:
    renamed(content)
    content["version"] = "2026.1"


@pytest.mark.parametrize(
    ("edit", "changes"),
    [
        (same, "[]"),
        (merge_image_abuse, MERGED),
        (gone, "- {in: '2027.1', facet: risk, deprecate: youth_offending, why: never used}"),
        (renamed, "- {in: '2027.1', facet: risk, rename: csam, name: Another name}"),
        (same, "- {in: '2020.1', facet: risk, merge: [a, b], into: c}"),
    ],
)
def test_declared_changes_are_right(tmp_path: Path, edit: Callable[[dict[str, Any]], None], changes: str) -> None:
    assert problems(write_taxonomy(tmp_path, edit, changes)) == ()


@pytest.mark.parametrize(
    ("edit", "changes", "file", "what"),
    [
        (gone, "[]", "2027.1.yaml", "`youth_offending` is gone"),
        (renamed, "[]", "2027.1.yaml", "declare a rename"),
        (same, "- {in: '2026.1', facet: risk, deprecate: csam}", "2027.1.yaml", "used before for another concept"),
        (gone, "- {in: '2027.1', facet: risk, merge: [youth_offending, csam], into: all}", CHANGES, "`all` is not in"),
        (same, "- {in: '2027.1', facet: risk, deprecate: never}", CHANGES, "`never` was not in version 2026.1"),
        (same, "- {in: '2027.1', facet: risk, rename: csam, name: X}", CHANGES, "is not named 'X'"),
        (renamed_only, "[]", "2027.1.yaml", "a version of its own"),
    ],
)
def test_what_is_not_declared_is_named_with_its_place(
    tmp_path: Path, edit: Callable[[dict[str, Any]], None], changes: str, file: str, what: str
) -> None:
    found = problems(write_taxonomy(tmp_path, edit, changes))
    (one, *_) = [one for one in found if what in one.what]
    assert one.file == tmp_path / file
    text = (tmp_path / file).read_text(encoding="utf-8").splitlines()
    assert 1 <= one.line <= len(text)
    assert str(one).startswith(f"{tmp_path / file}, line {one.line}: ")


def test_the_line_is_that_of_the_concept(tmp_path: Path) -> None:
    file = write_taxonomy(tmp_path, renamed)
    (one,) = problems(file)
    assert file.read_text(encoding="utf-8").splitlines()[one.line - 1] == "- id: csam"
