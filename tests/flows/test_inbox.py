"""The inbox gives complete files only and leaves alone what is no submission."""

import os
from pathlib import Path

from flows.inbox import list_inbox, look

SECOND = 1_000_000_000


def drop(inbox: Path, name: str, content: bytes = b"x") -> Path:
    path = inbox / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def changed(path: Path) -> int:
    found = look(path, path.name)
    assert found is not None
    return found.changed_ns


def test_a_file_is_ready_when_it_has_been_quiet_for_the_settle_time(tmp_path: Path) -> None:
    path = drop(tmp_path, "a.pdf")
    early = list_inbox(tmp_path, 5, changed(path) + 4 * SECOND)
    late = list_inbox(tmp_path, 5, changed(path) + 5 * SECOND)
    assert [one.name for one in early.settling] == ["a.pdf"]
    assert early.ready == ()
    assert [one.name for one in late.ready] == ["a.pdf"]


def test_a_copy_that_keeps_its_old_content_time_still_has_to_settle(tmp_path: Path) -> None:
    path = drop(tmp_path, "a.pdf")
    os.utime(path, (1_000_000_000, 1_000_000_000))
    assert list_inbox(tmp_path, 5, changed(path) + SECOND).ready == ()


def test_folders_and_names_in_any_script_are_found_in_order(tmp_path: Path) -> None:
    for name in ("ب.docx", "CWG-COP-20/提案 1.pdf", "CWG-COP-20/sub/Отчёт.doc", "a b.PDF"):
        drop(tmp_path, name)
    listing = list_inbox(tmp_path, 0, 2**62)
    assert {one.name for one in listing.ready} == {
        "ب.docx",
        "CWG-COP-20/提案 1.pdf",
        "CWG-COP-20/sub/Отчёт.doc",
        "a b.PDF",
    }
    assert [one.path for one in listing.ready] == sorted(one.path for one in listing.ready)


def test_what_programs_leave_while_they_work_is_ignored(tmp_path: Path) -> None:
    names = ["~$report.docx", ".DS_Store", "Thumbs.db", "x.crdownload", "y.part", "Desktop.ini", ".sync/z.pdf", "a.TMP"]
    for name in names:
        drop(tmp_path, name)
    listing = list_inbox(tmp_path, 0, 2**62)
    assert listing.ready == ()
    assert set(listing.ignored) == set(names)


def test_a_link_is_not_followed_out_of_the_inbox(tmp_path: Path) -> None:
    outside = drop(tmp_path, "outside/secret.pdf")
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "link.pdf").symlink_to(outside)
    listing = list_inbox(inbox, 0, 2**62)
    assert listing.ready == ()
    assert listing.ignored == ("link.pdf",)


def test_a_file_that_has_gone_is_no_error(tmp_path: Path) -> None:
    assert look(tmp_path / "gone.pdf", "gone.pdf") is None


def test_a_name_that_is_no_unicode_is_taken_with_replacement_characters(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.pdf")).write_bytes(b"x")
    assert [one.name for one in list_inbox(tmp_path, 0, 2**62).ready] == ["caf\ufffd.pdf"]
