from pathlib import Path

import pytest

from extractors.document import Cell, PassageKind
from extractors.options import Options
from extractors.pdf.continuation import append_grid, continues, says_continued
from extractors.pdf.reader import read_pdf
from extractors.pdf.tables import Grid
from tests.extractors.pdf.conftest import MakePdf, raw_file


def _grid(rows: list[list[str]], edges: tuple[float, ...], page: int = 1) -> Grid:
    cells = [Cell(row, column, text) for row, texts in enumerate(rows) for column, text in enumerate(texts)]
    return Grid((edges[0], 0, edges[-1], 100), cells, len(rows), len(edges) - 1, edges, page)


def _rows(grid: Grid) -> list[list[str]]:
    rows: list[list[str]] = [[] for _ in range(grid.rows)]
    for cell in sorted(grid.cells, key=lambda cell: (cell.row, cell.column)):
        rows[cell.row].append(cell.text)
    return rows


def test_a_table_goes_on_where_the_margin_is_another_one() -> None:
    table = _grid([["a", "b"]], (50, 100, 200))
    assert continues(table, _grid([["c", "d"]], (80, 130, 230), 2))
    assert not continues(table, _grid([["c", "d"]], (50, 150, 200), 2))
    assert not continues(table, _grid([["c", "d", "e"]], (50, 100, 150, 200), 2))


def test_a_repeated_header_tells_a_table_whose_columns_are_only_known_by_its_words() -> None:
    table = _grid([["Country", "Year"], ["Kenya", "2024"]], (50, 100, 200))
    assert continues(table, _grid([["Country", "Year"], ["Egypt", "2025"]], (50, 130, 200), 2))


def test_a_row_cut_by_the_page_is_made_whole() -> None:
    table = _grid([["No.", "Measure"], ["1", "A law that asks providers to re-"]], (50, 100, 200))
    append_grid(
        table, _grid([["No.", "Measure"], ["", "port abuse to the police."], ["2", "A hotline."]], table.edges, 2)
    )
    assert _rows(table) == [
        ["No.", "Measure"],
        ["1", "A law that asks providers to report abuse to the police."],
        ["2", "A hotline."],
    ]
    assert (table.rows, table.last_page, table.row_pages) == (3, 2, ((2, 2),))


@pytest.mark.parametrize(
    "row",
    [["", "A second measure of Kenya"], ["Egypt", "a hotline"], ["", "350"], ["egypt", "and 3 more"]],
    ids=["another sentence", "another country", "a figure", "nothing to go on from"],
)
def test_a_row_that_begins_on_the_page_stays_a_row(row: list[str]) -> None:
    table = _grid([["Kenya", "A law" if row[0] != "egypt" else ""]], (50, 100, 200))
    append_grid(table, _grid([row], table.edges, 2))
    assert table.rows == 2


def test_a_cell_over_rows_goes_on_over_the_page() -> None:
    table = _grid([["Africa", "Kenya"], ["", "Egypt"]], (50, 100, 200))
    table.cells = [Cell(0, 0, "Africa", row_span=2), Cell(0, 1, "Kenya"), Cell(1, 1, "Egypt")]
    append_grid(table, _grid([["", "Senegal"], ["Asia", "Japan"]], table.edges, 2))
    assert Cell(0, 0, "Africa", row_span=3) in table.cells
    assert [cell.text for cell in table.cells if cell.row == 2] == ["Senegal"]


@pytest.mark.parametrize("text", ["ESTIMATED COSTS—Continued", "Tableau 2 (suite)", "续表", "Таблица 1. Продолжение"])
def test_lines_over_the_rest_of_a_table_say_so(text: str) -> None:
    assert says_continued(text)


def test_a_long_row_over_two_pages_is_one_row(make_pdf: MakePdf) -> None:
    long = " ".join(f"measure {number} of the many that were taken," for number in range(110))
    html = f"""<table><thead><tr><th>Country</th><th>Measures</th></tr></thead><tr><td>Kenya</td><td>A law</td></tr>
    <tr style="vertical-align: top"><td>Egypt</td><td>{long}</td></tr>
    <tr><td>Senegal</td><td>A hotline</td></tr></table>"""
    (table,) = read_pdf(make_pdf(html, "@page { size: A5 }"), Options()).tables
    assert [cell.text for cell in table.cells if cell.column == 0] == ["Country", "Kenya", "Egypt", "Senegal"]
    assert [cell.text for cell in table.cells if cell.row == 2][1] == long


def test_a_table_with_rules_only_goes_on_over_pages(make_pdf: MakePdf) -> None:
    rows = "".join(f"<tr><td>Country {n}</td><td>Measure {n}</td><td>{n}</td></tr>" for n in range(70))
    html = f"<table><thead><tr><th>Country</th><th>Measure</th><th>Number</th></tr></thead>{rows}</table>"
    style = "td, th { border: 0; border-bottom: 1pt solid black; padding: 2pt 12pt } table { border-top: 1pt solid }"
    reading = read_pdf(make_pdf(html, style), Options())
    assert [(table.rows, table.columns) for table in reading.tables] == [(71, 3)]
    rows_read = [block for block in reading.blocks if block.kind is PassageKind.TABLE_ROW]
    assert rows_read[-1].text == "Country: Country 69; Measure: Measure 69; Number: 69"
    assert rows_read[-1].page == 3


def test_a_table_goes_on_below_a_line_that_says_so(corpora: Path) -> None:
    reading = read_pdf(raw_file(corpora / "ordinary" / "pdfplumber__federal-register-2020-17221.pdf"), Options())
    assert [(table.page, table.columns) for table in reading.tables] == [(5, 5)]
