"""The work list in a spreadsheet: doubtful first, filled in, imported whole or not at all."""

import csv
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.cli.review import export_headers
from flows.corrections.applying import Change, apply_changes
from flows.corrections.cells import from_cell, to_cell
from flows.corrections.importing import changes_of_rows
from flows.corrections.sheet import COLUMNS, read_sheet, state_of, write_sheet
from flows.errors import CorrectionError
from flows.workspace import Workspace
from tests.flows.corrections.conftest import Submit, doubtful, kenya
from warehouse.connection import open_snapshot, open_warehouse
from warehouse.review import ReviewRow

A, B = "a" * 64, "b" * 64
Cells = list[dict[str, str]]
Fill = Callable[[Mapping[tuple[str, str], tuple[str, str]]], Path]


def cells(file: Path) -> Cells:
    with file.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream, strict=True))


def save(rows: Cells, file: Path, *, delimiter: str = ",", encoding: str = "utf-8-sig") -> Path:
    with file.open("w", encoding=encoding, newline="") as stream:
        writer = csv.DictWriter(stream, rows[0].keys(), delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)
    return file


@pytest.fixture
def sheet(workspace: Workspace, submit: Submit, tmp_path: Path) -> Path:
    submit("Kenya.docx", kenya())
    submit("=upload.pdf", doubtful())
    export_headers(workspace.root, tmp_path / "work.csv", only_doubtful=False)
    return tmp_path / "work.csv"


@pytest.fixture
def fill(sheet: Path) -> Fill:
    """Give a function that fills in corrections and reasons by document and field."""

    def make(filled: Mapping[tuple[str, str], tuple[str, str]]) -> Path:
        rows = cells(sheet)
        for row in rows:
            row["correction"], row["why"] = filled.get((row["document"][0], row["field"]), ("", ""))
        return save(rows, sheet.with_name("filled.csv"))

    return make


def take(workspace: Workspace, file: Path, *, why: str = "") -> list[tuple[str, str | None, bool]]:
    rows = read_sheet(file)
    applied = apply_changes(workspace, lambda connection: changes_of_rows(connection, rows, why=why), by="Ann")
    return [(one.change.field, one.now, one.done) for one in applied]


def refused(workspace: Workspace, file: Path) -> list[str]:
    with pytest.raises(CorrectionError) as error:
        take(workspace, file)
    return str(error.value).splitlines()


def test_the_most_doubtful_fields_come_first(sheet: Path) -> None:
    rows = cells(sheet)
    assert tuple(rows[0]) == COLUMNS
    doubts = [(row["document"][0], row["field"], row["doubt"]) for row in rows if row["doubt"]]
    assert doubts == [
        ("b", "symbol", "missing"),
        ("b", "document_date", "The date does not fit the meeting.; read with little confidence"),
        ("b", "sources", "name not known: A club that nobody knows"),
        ("b", "title", "read with little confidence"),
        ("b", "body", "missing"),
    ]
    assert all(row["doubt"] for row in rows[: len(doubts)])
    assert len(rows) == 2 * 14


def test_a_row_tells_what_was_read_and_where(sheet: Path) -> None:
    row = next(row for row in cells(sheet) if (row["document"][0], row["field"]) == ("a", "symbol"))
    assert (row["submission"], row["file"], row["value"], row["read"]) == (
        "1",
        "Kenya.docx",
        "CWG-COP-20/4-E",
        "CWG-COP-20/4-E",
    )
    assert (row["page"], row["quote"], row["confidence"]) == ("1", "CWG-COP-20/4-E", "0.98")
    assert (row["correction"], row["why"], row["decided"]) == ("", "", "")


def test_excel_knows_its_letters_and_runs_no_cell(sheet: Path) -> None:
    assert sheet.read_bytes().startswith(b"\xef\xbb\xbf")
    values = [cell for row in cells(sheet) for cell in row.values()]
    assert "'=upload.pdf" in values
    assert "'@home" in values
    assert not [cell for cell in values if cell[:1] in set("=+-@\t\r")]


def test_only_what_is_doubtful_can_be_asked_for(workspace: Workspace, sheet: Path) -> None:
    file = sheet.with_name("doubtful.csv")
    export_headers(workspace.root, file, only_doubtful=True)
    assert [row["field"] for row in cells(file)] == ["symbol", "document_date", "sources", "title", "body"]


def test_a_file_that_is_there_is_not_written_over(workspace: Workspace, sheet: Path) -> None:
    before = sheet.read_bytes()
    with pytest.raises(CorrectionError, match="may hold corrections"):
        export_headers(workspace.root, sheet, only_doubtful=False)
    assert sheet.read_bytes() == before


def test_a_folder_that_is_not_there_is_said(workspace: Workspace, sheet: Path) -> None:
    with pytest.raises(CorrectionError, match="cannot be written"):
        export_headers(workspace.root, sheet.parent / "no" / "work.csv", only_doubtful=False)


def test_what_was_filled_in_is_in_force(workspace: Workspace, fill: Fill) -> None:
    file = fill(
        {
            ("b", "symbol"): ("CWG-COP-20/9-E", "Cover letter"),
            ("b", "title"): ("'@home, again", "It goes on"),
            ("b", "sources"): ("Kenya; سويسرا", "Signed"),
            ("a", "title"): ("(none)", "It is a heading"),
        }
    )
    assert take(workspace, file) == [
        ("symbol", "CWG-COP-20/9-E", True),
        ("sources", "Kenya (KEN); سويسرا (CHE)", True),
        ("title", "@home, again", True),
        ("title", None, True),
    ]
    with open_snapshot(workspace.snapshot) as connection:
        assert connection.execute("SELECT symbol, title, states FROM document_versions ORDER BY sha256").fetchall() == [
            ("CWG-COP-20/4-E", None, ["KEN"]),
            ("CWG-COP-20/9-E", "@home, again", ["CHE", "KEN"]),
        ]
        assert connection.execute("SELECT DISTINCT decided_by FROM header_decisions").fetchall() == [("Ann",)]


def test_the_same_sheet_again_changes_nothing(workspace: Workspace, fill: Fill) -> None:
    file = fill(
        {("b", "symbol"): ("CWG-COP-20/9-E", "x"), ("b", "title"): ("(none)", "x"), ("a", "body"): ("(withdraw)", "x")}
    )
    assert len(take(workspace, file)) == 2
    assert take(workspace, file) == []
    with open_warehouse(workspace.warehouse) as connection:
        # Body and meeting follow from the symbol.
        assert connection.execute("SELECT count(*) FROM header_decisions").fetchall() == [(4,)]


def test_a_decision_is_taken_back_by_its_word(workspace: Workspace, fill: Fill, tmp_path: Path) -> None:
    take(workspace, fill({("a", "title"): ("New", "x")}))
    export_headers(workspace.root, tmp_path / "next.csv", only_doubtful=False)
    rows = cells(tmp_path / "next.csv")
    row = next(row for row in rows if (row["document"][0], row["field"]) == ("a", "title"))
    assert row["value"] == "New"
    assert row["read"] == "A plan"
    assert row["decided"].startswith("Ann, 20")
    row["correction"], row["why"] = "(Withdraw)", "No"
    file = save(rows, tmp_path / "next.csv")
    assert take(workspace, file) == [("title", "A plan", True)]
    assert take(workspace, file) == []


def test_all_errors_are_told_by_row_and_nothing_is_applied(workspace: Workspace, fill: Fill, sheet: Path) -> None:
    file = fill(
        {
            ("b", "symbol"): ("CWG-CPO-20/9", "x"),
            ("b", "document_date"): ("03/04/2026", "x"),
            ("b", "title"): ("Good", ""),
            ("a", "title"): ("Good", "x"),
        }
    )
    rows = cells(file)
    rows[6] |= {"field": "tittle", "correction": "x", "why": "x"}
    rows[7] |= {"document": "f" * 64, "correction": "x", "why": "x"}
    told = refused(workspace, save(rows, file))
    assert [line.split(":")[0] for line in told[:-1]] == ["Row 2", "Row 3", "Row 5", "Row 8", "Row 9"]
    assert "why is empty" in told[2]
    assert "Did you mean title" in told[3]
    assert "no document ffff" in told[4]
    assert told[-1].startswith("Nothing was changed.")
    with open_warehouse(workspace.warehouse) as connection:
        assert connection.execute("SELECT count(*) FROM header_decisions").fetchall() == [(0,)]


def test_one_reason_can_stand_for_all(workspace: Workspace, fill: Fill) -> None:
    assert take(workspace, fill({("a", "title"): ("New", "")}), why="Checked by hand") == [("title", "New", True)]


def test_what_changed_since_the_export_is_told_and_not_overwritten(workspace: Workspace, fill: Fill) -> None:
    theirs = [Change(A, "A plan", "title", "Theirs", "Seen first")]
    apply_changes(workspace, lambda _: theirs, by="Bob")
    (told, _) = refused(workspace, fill({("a", "title"): ("Ours", "x")}))
    assert "has changed since the sheet was exported. It is now Theirs (decided by Bob: Seen first)" in told


def test_what_was_taken_back_since_the_export_is_told(workspace: Workspace, fill: Fill) -> None:
    file = fill({("a", "title"): ("Ours", "x")})
    take(workspace, file)
    apply_changes(workspace, lambda _: [Change(A, "A plan", "title", None, "No")], by="Bob")
    assert "has changed since" in refused(workspace, file)[0]


def test_a_document_that_was_read_otherwise_since_the_export_is_told(
    workspace: Workspace, submit: Submit, fill: Fill
) -> None:
    submit("Kenya.docx", kenya(title="Read anew"))
    assert "It is now Read anew" in refused(workspace, fill({("a", "title"): ("Ours", "x")}))[0]


def test_two_corrections_of_one_field_must_agree(workspace: Workspace, fill: Fill) -> None:
    file = fill({("a", "title"): ("One", "x")})
    rows = cells(file)
    again = next(dict(row) for row in rows if row["correction"])
    assert take(workspace, save([*rows, again], file.with_name("twice.csv"))) == [("title", "One", True)]
    other = save([*rows, again | {"correction": "Two", "as_exported": again["as_exported"]}], file)
    assert "changed since" in refused(workspace, other)[0]


def test_two_corrections_that_differ_are_told(workspace: Workspace, fill: Fill) -> None:
    file = fill({("a", "title"): ("One", "x")})
    rows = cells(file)
    again = next(dict(row) for row in rows if row["correction"])
    assert "is corrected otherwise in row " in refused(workspace, save([*rows, again | {"correction": "Two"}], file))[0]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_sheet_saved_in_any_country_is_read(workspace: Workspace, fill: Fill, delimiter: str) -> None:
    file = fill({("a", "title"): ("One; two, three", "x")})
    again = save(cells(file), file, delimiter=delimiter)
    assert take(workspace, again) == [("title", "One; two, three", True)]


def damaged(text: str) -> Callable[[Path], object]:
    return lambda file: file.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        (damaged(""), "the column document is missing"),
        (damaged("document,field,correction\n"), "the column why is missing"),
        (damaged('document,field,correction,why,as_exported\n"a,b\n'), "The sheet is damaged"),
        (lambda file: file.write_bytes("correction,é".encode("latin-1")), "CSV UTF-8"),
        (lambda file: file.unlink(), "cannot be read"),
    ],
)
def test_a_file_that_is_no_such_sheet_is_refused(sheet: Path, harm: Callable[[Path], object], told: str) -> None:
    harm(sheet)
    with pytest.raises(CorrectionError, match=told):
        read_sheet(sheet)


def test_rows_are_counted_as_a_spreadsheet_shows_them(sheet: Path) -> None:
    rows = cells(sheet)
    rows[0]["quote"] = "over\nthree\nlines"
    rows[3] |= {"correction": "x", "why": "y"}
    (row,) = read_sheet(save(rows, sheet))
    assert row.number == 5


SPECIAL = st.sampled_from(["=", "+", "-", "@", "\t", "\r", "\n", "\r\n", "'", '"', ",", ";", "\ufeff", "ا", "中", "a"])
TEXTS = st.lists(st.one_of(SPECIAL, st.characters(exclude_categories=["Cs"])), max_size=8).map("".join)


@given(quote=TEXTS, correction=TEXTS, why=TEXTS)
def test_every_text_comes_back_from_the_sheet(quote: str, correction: str, why: str) -> None:
    row = ReviewRow(
        A, 1, quote, quote, "title", quote, quote, 1, quote, 0.5, None, None, None, False, None, (quote,), (quote,), 0.5
    )
    with TemporaryDirectory() as folder:
        file = Path(folder) / "work.csv"
        assert write_sheet([row], file) == 1
        ((filled),) = cells(file)
        assert from_cell(filled["quote"]) == quote
        assert not [cell for cell in filled.values() if cell[:1] in set("=+-@\t\r")]
        filled |= {"correction": to_cell(correction), "why": to_cell(why)}
        found = read_sheet(save([filled], file))
    expected = [(2, A, "title", correction, why, state_of(row))] if correction.strip() else []
    assert [
        (one.number, one.document, one.field, one.correction, one.why, one.as_exported) for one in found
    ] == expected
