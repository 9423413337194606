import pytest

from extractors.document import Table
from extractors.options import Options
from extractors.pdf.reader import read_pdf
from tests.extractors.pdf.conftest import MakePdf

_ROWS = [
    ["Country", "Measure", "Children", "Year"],
    ["Kenya", "A hotline for reports<br>of abuse", "1,200", "2024"],
    ["Costa Rica", "Lessons<br>in schools", "350", "2025"],
    ["Egypt", "A law against grooming", "90", "2023"],
    ["Senegal", "Training", "40", "2022"],
    ["Panama", "Advice to parents", "15", "2021"],
]
_PROSE = "Children have a right to be safe online, and States told the group what they do about it. " * 5
_BARE = "table { width: 100% } td { border: 0; vertical-align: top } "


def _html(rows: list[list[str]]) -> str:
    return (
        "<table>" + "".join("<tr>" + "".join(f"<td>{text}</td>" for text in row) + "</tr>" for row in rows) + "</table>"
    )


def _tables(make_pdf: MakePdf, html: str, style: str) -> list[Table]:
    return list(read_pdf(make_pdf(f"<p>{_PROSE}</p>{html}<p>{_PROSE}</p>", style), Options()).tables)


def _texts(table: Table) -> list[list[str]]:
    rows: list[list[str]] = [[] for _ in range(table.rows)]
    for cell in table.cells:
        rows[cell.row].append(cell.text)
    return rows


@pytest.mark.parametrize(
    "style",
    [
        "tr:nth-child(even) td { background: silver }",
        "tr:nth-child(odd) td { background: silver }",
        "tr:nth-child(even) td { border: 1pt solid black } table { border: 1pt solid black }",
        "tr:nth-child(odd) td { background: silver } table { border: 1pt solid black }",
        "tr:nth-child(even) td { background: silver } td:first-child { background: silver }",
    ],
)
def test_rows_that_only_every_other_is_drawn_of_are_one_table(make_pdf: MakePdf, style: str) -> None:
    (table,) = _tables(make_pdf, _html(_ROWS), _BARE + style)
    assert _texts(table) == [[text.replace("<br>", " ") for text in row] for row in _ROWS]


def test_a_cell_over_columns_stays_whole(make_pdf: MakePdf) -> None:
    rows = [row[:3] for row in _ROWS]
    html = _html(rows).replace("<tr><td>Egypt", "<tr><td colspan=3>Countries of Africa</td></tr><tr><td>Egypt")
    (table,) = _tables(make_pdf, html, "td { vertical-align: top }")
    assert [cell.column_span for cell in table.cells if cell.text == "Countries of Africa"] == [3]


def test_two_tables_with_a_line_between_stay_two(make_pdf: MakePdf) -> None:
    html = f"{_html(_ROWS[:3])}<p>And in other countries:</p>{_html(_ROWS[3:])}"
    style = "td { vertical-align: top } table { width: 100%; table-layout: fixed } p { margin: 2pt }"
    assert [table.rows for table in _tables(make_pdf, html, style)] == [3, 3]


def test_names_beside_rows_are_parted_with_them(make_pdf: MakePdf) -> None:
    style = "td { border: 1pt solid black; vertical-align: top } td:first-child { border-width: 0 1pt 0 0 } "
    (table,) = _tables(make_pdf, _html(_ROWS), f"table {{ border: 1pt solid black }} {style}")
    assert [cell.text for cell in table.cells if cell.column == 0] == [row[0] for row in _ROWS]


def test_a_cell_over_rows_stays_whole(make_pdf: MakePdf) -> None:
    rows = [["", *row[1:]] for row in _ROWS]
    html = _html(rows).replace("<td></td>", "<td rowspan=6>Countries<br>of Africa<br>and of the<br>Americas</td>", 1)
    (table,) = _tables(make_pdf, html.replace("<td></td>", ""), "td { vertical-align: top }")
    assert [cell.row_span for cell in table.cells if cell.text.startswith("Countries")] == [6]
