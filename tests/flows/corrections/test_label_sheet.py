"""The work list on labels goes out as a sheet, and comes back as decisions or as errors by cell."""

import csv
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZipFile

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from flows.corrections.label_importing import decisions_of_rows
from flows.corrections.label_reading import read_work_list
from flows.corrections.label_sheet import set_off
from flows.corrections.label_state import from_mark, to_mark
from flows.corrections.label_writing import write_work_list
from flows.errors import CorrectionError
from models.labels import Facet
from tests.flows.corrections.labelled import ARABIC, CONCEPTS, FORMULA, LAW, A, B, english, make_warehouse
from tests.warehouse.made import VERSIONS, suggestion
from warehouse.anchoring import Anchor
from warehouse.concepts import ConceptRow, load_concepts
from warehouse.connection import Connection
from warehouse.label_decisions import Decided, Suggested, decide_labels, withdraw_label_decision
from warehouse.label_review import WorkRow, label_work_list, named_concepts, waiting_labels
from warehouse.load import load

Cells = dict[tuple[str, int], object]
Fill = Callable[[Cells], Path]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("labelled") / "warehouse.duckdb"
    make_warehouse(file)
    return file


@pytest.fixture
def connection(made: Path, tmp_path: Path) -> Iterator[Connection]:
    with duckdb.connect(shutil.copyfile(made, tmp_path / "warehouse.duckdb")) as opened:
        yield opened


@pytest.fixture
def sheet(connection: Connection, tmp_path: Path) -> Path:
    return export(connection, tmp_path / "labels.xlsx")


@pytest.fixture
def fill(sheet: Path) -> Fill:
    """Give a function that writes into cells, named by column and row, as a person would."""

    def write(cells: Cells) -> Path:
        book = load_workbook(sheet, rich_text=True)
        places = {cell.value: cell.column for cell in book["Labels"][1]}
        for (column, row), value in cells.items():
            book["Labels"].cell(row, places[column]).value = value
        file = sheet.with_name("filled.xlsx")
        book.save(file)
        return file

    return write


def export(connection: Connection, file: Path, **more: Any) -> Path:
    write_work_list(label_work_list(connection, limit=100, **more), named_concepts(connection), file)
    return file


def take(connection: Connection, file: Path, *, why: str = "Read on paper.", by: str = "Ann") -> tuple[Decided, ...]:
    return decide_labels(connection, decisions_of_rows(connection, read_work_list(file), by=by, why=why))


def refused(connection: Connection, file: Path, *, why: str = "Read on paper.") -> list[str]:
    with pytest.raises(CorrectionError) as error:
        take(connection, file, why=why)
    assert connection.execute("SELECT count(*) FROM label_decisions WHERE decided_by = 'Ann'").fetchall() == [(0,)]
    return str(error.value).splitlines()


def labels(connection: Connection) -> list[tuple[Any, ...]]:
    sql = "SELECT document[1], paragraph, concept, standing, decided_by FROM labels ORDER BY ALL"
    return connection.execute(sql).fetchall()


def rows_of(sheet: Path) -> list[dict[str, Any]]:
    head, *rows = load_workbook(sheet)["Labels"].iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


def test_passages_come_by_their_least_sure_label_and_those_of_a_passage_together(sheet: Path) -> None:
    assert [(row["document"], row["suggestion"], row["score"], row["counts from"]) for row in rows_of(sheet)] == [
        ("CWG-COP-20/4-E", "Sexual extortion and blackmail", 0.49, 0.5),
        ("CWG-COP-20/5-A", "Grooming and sexual solicitation", 0.54, 0.5),
        ("CWG-COP-20/4-E", "Legal framework", 0.58, 0.5),
        ("CWG-COP-20/4-E", "Grooming and sexual solicitation", 0.9, 0.5),
    ]
    row = rows_of(sheet)[2]
    assert (row["source"], row["place"], row["language"], row["question"]) == (
        "France", "page 1, paragraph 1", "en", "framework",
    )  # fmt: skip
    assert (row["heading"], row["text"], row["has already"], row["decision"]) == (
        "1 Introduction",
        LAW,
        "National",
        None,
    )


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ({"language": "ar"}, 1),
        ({"facet": Facet.FRAMEWORK}, 1),
        ({"documents": [A]}, 3),
        ({"documents": [B], "facet": Facet.LEVEL}, 0),
    ],
)
def test_a_part_can_be_asked_for(connection: Connection, asked: dict[str, Any], count: int) -> None:
    assert len(label_work_list(connection, limit=100, **asked)) == count
    assert len(label_work_list(connection, limit=1)) == 1


def test_no_document_fills_the_list(connection: Connection) -> None:
    made = english(tuple(f"The law number {number} is against grooming." for number in range(9)))
    found = [suggestion(one.id, Facet.RISK, "grooming", 0.53) for one in made.passages]
    load(connection, made, found, versions=VERSIONS)
    assert [row.document[0] for row in label_work_list(connection, limit=4)] == ["a", "b", "a", "a"]


def test_what_waits_is_counted_by_language_and_question(connection: Connection) -> None:
    assert [(one.language, one.facet, one.labels) for one in waiting_labels(connection)] == [
        ("ar", Facet.RISK, 1),
        ("en", Facet.FRAMEWORK, 1),
        ("en", Facet.RISK, 1),
    ]


def test_a_person_chooses_from_lists_and_sees_the_evidence(sheet: Path) -> None:
    book = load_workbook(sheet, rich_text=True)
    page = book["Labels"]
    assert [book[name].sheet_state for name in book.sheetnames] == ["visible", "hidden", "visible"]
    lists = {one.formula1: str(one.sqref) for one in page.data_validations.dataValidation}
    assert lists == {
        '"accept,reject,leave"': "L2:L5",
        "'Names'!$A$2:$A$3": "M4",
        "'Names'!$B$2:$B$3": "M2:M3 M5",
    }
    names = [[cell.value for cell in column if cell.value] for column in book["Names"].columns]
    assert names[1] == ["risk", "Grooming and sexual solicitation", "Sexual extortion and blackmail"]
    assert page.freeze_panes == "B2"
    assert page.auto_filter.ref == "A1:Q5"
    assert page.column_dimensions["Q"].hidden
    assert [str(piece) for piece in page["F5"].value if not isinstance(piece, str)] == ["grooming"]
    assert page["F5"].alignment.wrap_text
    assert (page["F3"].alignment.readingOrder, page["F3"].alignment.horizontal) == (2, "right")
    assert str(page["F3"].value) == ARABIC


def test_no_cell_runs_as_a_formula(sheet: Path, connection: Connection, tmp_path: Path) -> None:
    assert rows_of(sheet)[0]["text"] == FORMULA
    with ZipFile(sheet) as parts:
        pages = [parts.read(name).decode() for name in parts.namelist() if name.startswith("xl/worksheets/sheet")]
        assert not [page for page in pages if "<f>" in page or "<f " in page]
        assert 'quotePrefix="1"' in parts.read("xl/styles.xml").decode()
    with export(connection, tmp_path / "labels.csv").open(encoding="utf-8-sig", newline="") as stream:
        cells = [cell for row in csv.reader(stream) for cell in row]
    assert any(cell.startswith("'[[=HYPERLINK") or cell.startswith("[[=HYPERLINK") for cell in cells)
    assert not [cell for cell in cells if cell[:1] in set("=+-@\t\r")]


def test_what_was_filled_in_is_in_force(connection: Connection, fill: Fill) -> None:
    file = fill(
        {
            ("decision", 2): "Accept ",
            ("decision", 3): "reject",
            ("decision", 4): "leave",
            ("add", 5): "framework: technical; Sexual extortion and blackmail",
            ("words", 5): "courts",
            ("why", 3): "It is of the past.",
            ("who", 3): "Bob",
        }
    )
    assert [one.recorded for one in take(connection, file)] == [True] * 4
    assert labels(connection) == [
        ("a", 1, "grooming", "undecided", None),
        ("a", 1, "legal", "undecided", None),
        ("a", 1, "national", "trusted", None),
        ("a", 1, "sextortion", "decided", "Ann"),
        ("a", 1, "technical", "decided", "Ann"),
        ("a", 2, "sextortion", "decided", "Ann"),
    ]
    sql = "SELECT verdict, concept, suggested_score, quotes, decided_by, why FROM label_decisions ORDER BY id"
    assert connection.execute(sql).fetchall() == [
        ("accept", "sextortion", 0.49, [FORMULA[:10], FORMULA[60:68]], "Ann", "Read on paper."),
        ("reject", "grooming", 0.54, [], "Bob", "It is of the past."),
        ("add", "technical", None, ["courts"], "Ann", "Read on paper."),
        ("add", "sextortion", None, ["courts"], "Ann", "Read on paper."),
    ]
    assert [row.concept for row in label_work_list(connection, limit=9)] == ["legal", "grooming"]


def test_the_same_sheet_again_changes_nothing(connection: Connection, fill: Fill) -> None:
    file = fill({("decision", 2): "accept", ("decision", 3): "reject", ("add", 4): "technical"})
    assert [one.recorded for one in take(connection, file)] == [True] * 3
    before = connection.execute("FROM label_decisions").fetchall()
    assert [one.recorded for one in take(connection, file, why="Again.", by="Bob")] == [False] * 3
    assert connection.execute("FROM label_decisions").fetchall() == before


def test_all_errors_are_told_by_cell_and_nothing_is_applied(connection: Connection, fill: Fill) -> None:
    file = fill(
        {
            ("decision", 2): "acept",
            ("add", 2): "Groming and sexual solicitation",
            ("add", 3): "Legal framework",
            ("decision", 4): "accept",
            ("add", 4): "technical",
            ("words", 4): "no such words",
            ("words", 5): "courts",
            ("decision", 5): "accept",
            ("as_exported", 5): "xABC",
        }
    )
    *told, last = refused(connection, file, why="")
    assert [line.split(": ")[0] for line in told] == [
        f"Sheet Labels, cell {cell}" for cell in ("L2", "M2", "M3", "N4", "O4", "Q5")
    ]
    assert "Did you mean accept? Write accept, reject, leave, or nothing." in told[0]
    assert "Did you mean Grooming and sexual solicitation" in told[1]
    assert 'is no risk. Write "framework: Legal framework" if that is meant.' in told[2]
    assert "does not stand in the text" in told[3]
    assert "it is empty. Say why" in told[4]
    assert "not as it was exported" in told[5]
    assert last == "Nothing was changed. Mend these cells and import the sheet again."


def test_words_need_a_label_and_two_rows_may_not_contradict(connection: Connection, fill: Fill) -> None:
    cells: Cells = {("decision", 4): "reject", ("add", 5): "framework: legal", ("words", 2): "pictures"}
    told = refused(connection, fill(cells))
    assert "the column add is empty" in told[0]
    assert told[1] == (
        "Sheet Labels, cell M5: Legal framework is to be added here, and rejected in Sheet Labels, cell L4. "
        "Keep one of the two."
    )


def test_a_sheet_of_another_warehouse_is_refused(connection: Connection, fill: Fill, sheet: Path) -> None:
    row = replace(label_work_list(connection, limit=1)[0], document="d" * 64, called="CWG-COP-1/1-E")
    other = sheet.with_name("other.xlsx")
    write_work_list([row], named_concepts(connection), other)
    shutil.copyfile(other, sheet)
    assert "there is no document CWG-COP-1/1-E (dddd" in refused(connection, fill({("decision", 2): "accept"}))[0]


def test_what_was_decided_otherwise_since_the_export_is_told(connection: Connection, fill: Fill) -> None:
    take(connection, fill({("decision", 2): "reject"}), by="Bob")
    (told, _) = refused(connection, fill({("decision", 2): "accept"}))
    assert "Sheet Labels, cell L2: Sexual extortion and blackmail was rejected on this passage after" in told
    assert "by Bob: Read on paper. (decision 1)" in told


def test_what_was_taken_back_since_the_export_is_told(connection: Connection, fill: Fill) -> None:
    file = fill({("decision", 2): "reject"})
    take(connection, file, by="Bob")
    withdraw_label_decision(connection, 1, by="Cid", why="No.")
    with pytest.raises(CorrectionError, match="taken back after the sheet was exported"):
        take(connection, file)


def test_a_sheet_of_before_another_reading_still_finds_its_passages(connection: Connection, fill: Fill) -> None:
    file = fill({("decision", 2): "accept", ("decision", 4): "reject", ("decision", 5): "accept"})
    cut = LAW.index(", and")
    texts = ("Contents", LAW[: cut + 1], LAW[cut + 2 :], FORMULA.replace("children", "chil-\ndren"), "Thank you.")
    made = english(texts)
    made = replace(made, passages=tuple(replace(one, id=f"new-{one.id}") for one in made.passages))
    load(connection, made, [suggestion(made.passages[2].id, Facet.FRAMEWORK, "legal")], versions=VERSIONS)
    assert [one.unplaced for one in take(connection, file)] == [""] * 3
    assert labels(connection)[:2] == [("a", 2, "grooming", "decided", "Ann"), ("a", 4, "sextortion", "decided", "Ann")]
    load(connection, english(("Nothing left.",)), [], versions=VERSIONS)
    assert len(connection.execute("FROM unplaced_decisions").fetchall()) == 3
    assert [one.recorded for one in take(connection, file)] == [False] * 3


def test_a_name_of_an_earlier_taxonomy_is_still_understood(connection: Connection, fill: Fill) -> None:
    file = fill({("add", 4): "Technical framework", ("decision", 2): "accept"})
    renamed = ConceptRow(Facet.FRAMEWORK, "technical", "Tools and technology")
    load_concepts(connection, "2027.1", (CONCEPTS[0], renamed, *CONCEPTS[2:]))
    assert [one.recorded for one in take(connection, file)] == [True, True]
    sql = "SELECT concept, name, taxonomy FROM label_decisions WHERE verdict = 'add'"
    assert connection.execute(sql).fetchall() == [("technical", "Technical framework", "2026.1")]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_csv_file_serves_as_well(connection: Connection, tmp_path: Path, delimiter: str) -> None:
    file = export(connection, tmp_path / "labels.csv")
    with file.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert rows[3]["text"] == LAW.replace("grooming", "[[grooming]]")
    rows[3] |= {"decision": "accept", "words": "", "add": "national"}
    with file.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]), delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)
    with pytest.raises(CorrectionError, match=r"labels.csv, cell M5: \"national\" is no risk"):
        take(connection, file)
    rows[3]["add"] = "level: national"
    with file.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]), delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)
    assert len(take(connection, file)) == 2


def test_rows_may_be_sorted_and_titled_and_columns_moved(connection: Connection, fill: Fill) -> None:
    file = fill({("decision", 2): "accept", ("decision", 5): "reject"})
    book = load_workbook(file)
    page = book["Labels"]
    rows = [[cell.value for cell in row][::-1] for row in page.iter_rows()]
    page.delete_rows(1, len(rows))
    for row in [["Review of March"], rows[0], *reversed(rows[1:])]:
        page.append(row)
    page.title = "March"
    book.save(file)
    assert [one.recorded for one in take(connection, file)] == [True, True]
    assert ("a", 2, "sextortion", "decided", "Ann") in labels(connection)


def other_workbook(file: Path) -> None:
    book = Workbook()
    book.active.append(["decision", "why"])
    book.save(file)


@pytest.mark.parametrize(
    ("name", "harm", "told"),
    [
        ("a.xlsx", lambda file: file.write_bytes(b"PK\x03\x04 no"), "cannot be read as a workbook"),
        ("a.xlsx", lambda file: file.write_bytes(b""), "cannot be read as a workbook"),
        ("a.xls", lambda file: file.write_bytes(b"x"), "cannot be read as a workbook"),
        ("a.xlsx", other_workbook, "is not a sheet of `rapporteur review labels --export`"),
        ("a.csv", lambda file: file.write_bytes("decision,é".encode("latin-1")), "not in UTF-8"),
        ("a.csv", lambda file: file.write_text('decision,"a', encoding="utf-8"), "is damaged"),
        ("a.csv", lambda file: None, "cannot be read"),
    ],
)
def test_a_file_that_is_no_such_sheet_is_refused(
    tmp_path: Path, name: str, harm: Callable[[Path], object], told: str
) -> None:
    harm(tmp_path / name)
    with pytest.raises(CorrectionError, match=told):
        read_work_list(tmp_path / name)


def test_a_file_that_is_there_or_cannot_be_is_not_written(sheet: Path) -> None:
    before = sheet.read_bytes()
    for file, told in (
        (sheet, "may hold decisions"),
        (sheet.with_suffix(".ods"), "neither .xlsx nor .csv"),
        (sheet.parent / "no" / "a.xlsx", "cannot be written"),
    ):
        with pytest.raises(CorrectionError, match=told):
            write_work_list([], [], file)
    assert sheet.read_bytes() == before


def row_of(text: str, evidence: Sequence[tuple[int, int]] = ()) -> WorkRow:
    anchor = Anchor("id", 1, text, text[:5], text[-5:], (), 1, 1)
    return WorkRow(
        A, text[:20], (text,), 1, None, (text,), "en", Facet.RISK, "grooming", "Grooming", (), tuple(evidence),
        Suggested(0.5, 0.5, "m"), "1", anchor,
    )  # fmt: skip


def test_a_row_that_no_cell_can_hold_is_left_out(tmp_path: Path) -> None:
    assert write_work_list([row_of("x" * 40_000), row_of("y")], [], tmp_path / "a.xlsx") == 1


TEXTS = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from("=+-@\t\r\n'_x\x01"), min_size=1, max_size=30
)


@given(text=TEXTS, data=st.data())
def test_every_row_comes_back_from_its_mark(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    row = row_of(text, [(start, data.draw(st.integers(start + 1, len(text))))])
    at = datetime(2026, 3, 1, tzinfo=UTC)
    found = from_mark(f" {to_mark(row, at)} ")
    assert (found.anchor, found.evidence, found.called, found.at) == (row.anchor, row.evidence, row.called, at)
    pieces = set_off(text, row.evidence)
    assert "".join(piece for piece, _ in pieces) == text
    assert [piece for piece, marked in pieces if marked] == [text[slice(*row.evidence[0])]]


@settings(max_examples=20, deadline=None)
@given(st.lists(TEXTS, min_size=5, max_size=20))
def test_every_text_can_be_written_and_stays_text(texts: list[str]) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "labels.xlsx"
        write_work_list([row_of(text, [(0, 1)]) for text in texts], [], file)
        page = load_workbook(file)["Labels"]
        assert all(cell.data_type in {"s", "n"} for row in page.iter_rows() for cell in row)
        shown = [page.cell(number, 6).value or "" for number in range(2, len(texts) + 2)]
    assert [_letters(one) for one in shown] == [_letters(text) for text in texts]


def _letters(text: str) -> str:
    return "".join(each for each in text if each.isalnum() and each != "x")
