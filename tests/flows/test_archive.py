"""The archive keeps each content once, whole or not at all."""

import hashlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flows.archive import discard_incomplete, store, stored


@given(content=st.binary(max_size=5000))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
def test_bytes_come_back_from_under_their_hash(tmp_path: Path, content: bytes) -> None:
    original = tmp_path / "original"
    original.write_bytes(content)
    archive = tmp_path / "archive"
    archive.mkdir(exist_ok=True)
    sha256 = store(original, archive)
    assert sha256 == hashlib.sha256(content).hexdigest()
    assert stored(archive, sha256).read_bytes() == content
    assert original.read_bytes() == content


def test_the_same_content_is_kept_once(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).write_bytes(b"same")
    archive = tmp_path / "archive"
    archive.mkdir()
    assert store(tmp_path / "a", archive) == store(tmp_path / "b", archive)
    assert len([path for path in archive.rglob("*") if path.is_file()]) == 1


def test_a_file_that_cannot_be_read_leaves_nothing_behind(tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    archive.mkdir()
    with pytest.raises(FileNotFoundError):
        store(tmp_path / "gone", archive)
    assert list(archive.iterdir()) == []


def test_what_a_killed_run_left_half_copied_is_discarded(tmp_path: Path) -> None:
    (tmp_path / ".incoming-abc").write_bytes(b"half")
    kept = tmp_path / "ab" / ("ab" * 32)
    kept.parent.mkdir()
    kept.write_bytes(b"whole")
    discard_incomplete(tmp_path)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [kept]
