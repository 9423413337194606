import pytest

from extractors.document import PassageKind
from extractors.options import Options
from extractors.pdf.reader import read_pdf
from tests.extractors.pdf.conftest import MakePdf

_NONE = "td, th { border: 0; padding: 1pt 10pt; text-align: left }"
_PROSE = "Children have a right to be safe online, and States told the group what they do about it. " * 5
_BUDGET = [
    ["Item", "2024", "2025"],
    ["Staff", "1,200.50", "1,300.00"],
    ["Travel", "350.00", "410.25"],
    ["Printing", "90.10", "85.00"],
    ["All together", "1,640.60", "1,795.25"],
]


def _table(rows: list[list[str]]) -> str:
    return (
        "<table>" + "".join("<tr>" + "".join(f"<td>{text}</td>" for text in row) + "</tr>" for row in rows) + "</table>"
    )


def test_figures_under_each_other_make_a_table_without_lines(make_pdf: MakePdf) -> None:
    html = f"<p>{_PROSE}</p>{_table([['Item', 'Staff', 'Share'], *_BUDGET[1:]])}<p>{_PROSE}</p>"
    reading = read_pdf(make_pdf(html, _NONE), Options())
    (table,) = reading.tables
    assert [cell.text for cell in table.cells if cell.column == 1] == [
        "Staff",
        "1,200.50",
        "350.00",
        "90.10",
        "1,640.60",
    ]
    rows = [block.text for block in reading.blocks if block.kind is PassageKind.TABLE_ROW]
    assert rows[-1] == "Item: All together; Staff: 1,640.60; Share: 1,795.25"
    assert (
        " ".join(block.text for block in reading.blocks if block.kind is PassageKind.PARAGRAPH).count("right to") == 10
    )


def test_a_label_over_two_lines_is_of_one_row(make_pdf: MakePdf) -> None:
    rows = [*_BUDGET[:3], ["Printing of the<br>final report", "90.10", "85.00"], _BUDGET[4]]
    (table,) = read_pdf(make_pdf(_table(rows), _NONE + "td { vertical-align: top }"), Options()).tables
    assert [cell.text for cell in table.cells if cell.column == 0][3] == "Printing of the final report"


_PEOPLE = [
    ["Amina Yusuf", "Jean Diop", "Ana Mora"],
    ["Director", "Minister", "Adviser"],
    ["Kenya", "Senegal", "Panama"],
]
_CONTENTS = [[f"{n}.", f"Measures of country {n}", str(2 * n)] for n in range(1, 9)]
_FORM = [
    ["Name:", "Amina", "Date:"],
    ["Place:", "Nairobi", "Sex:"],
    ["Post:", "Director", "Age:"],
    ["Tel.:", "1", "Fax:"],
]


@pytest.mark.parametrize(
    "rows",
    [[*_PEOPLE, ["12/3/2024", "13/3/2024", "14/3/2024"]], _CONTENTS, [["", "Title", "Page"], *_CONTENTS], _FORM],
    ids=["places to sign", "contents", "contents with heads", "form"],
)
def test_what_only_stands_in_columns_is_no_table(make_pdf: MakePdf, rows: list[list[str]]) -> None:
    assert not read_pdf(make_pdf(f"<p>{_PROSE}</p>{_table(rows)}", _NONE), Options()).tables


def test_three_columns_of_text_are_no_table(make_pdf: MakePdf) -> None:
    html = f"<div style='columns: 3'>{_PROSE * 3}</div>"
    assert not read_pdf(make_pdf(html), Options()).tables


def test_figures_beside_a_column_of_text_leave_it_whole(make_pdf: MakePdf) -> None:
    html = f"""<div style="columns: 2; column-gap: 8mm"><p style="margin: 0">{_PROSE * 2}</p>
    <div style="break-before: column">{_table(_BUDGET)}</div></div>"""
    reading = read_pdf(make_pdf(html, _NONE), Options())
    assert any(_PROSE.strip() in block.text for block in reading.blocks)
